"""One invented hospital in Guangxi and the authorities it deals with, 2021 to 2024, as facts."""
