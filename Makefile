# Every target is a script of the same name in bin/, which also works without make: sh bin/run

.PHONY: help bootstrap run test check bench translations lock look vendor mutate
.DEFAULT_GOAL := help

help: ## List the targets
	@sh bin/help

bootstrap: ## Set up system libraries, .venv and catalogues; the others call it first
	@sh bin/bootstrap

run: ## Serve the portal on http://127.0.0.1:5000 (PORT and HOST override)
	@sh bin/run

test: ## Run all tests
	@sh bin/test

check: ## Lint, types, import contracts, templates, catalogues, migrations
	@sh bin/check

bench: ## Measure, and print ratios
	@sh bin/bench

translations: ## Carry new sentences into the catalogues
	@sh bin/translations update

lock: ## Lock the dependencies anew
	@sh bin/lock

look: ## Take pictures of the pages of a running portal into var/look
	@sh bin/look

vendor: ## Fetch the design system anew (needs npm)
	@sh bin/vendor

mutate: ## Test the tests of the rules: change the code, see whether a test fails
	@sh bin/mutate
