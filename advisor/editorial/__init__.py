"""The pages on which texts are written, checked, released and looked after."""
