"""The hardship procedures, admission programmes and counselling of the 16 Länder, one TOML file a Land."""
