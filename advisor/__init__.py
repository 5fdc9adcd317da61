"""The office: people, cases, pages, paper."""
