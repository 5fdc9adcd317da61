"""Requests and case files that nobody would think of, thousands of them."""
