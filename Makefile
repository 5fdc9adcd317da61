# Thin names for ./wegweiser, which works without make.
.PHONY: run test check setup bench lock
run test check setup bench lock:
	@./wegweiser $@
