"""Put the policy documents into a built wheel, and leave an editable install to read them where they stand."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PoliciesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `policies/` as `qinglian_rules/_policies`.

    An editable install must not get a copy: it would go stale with the first edit of a rule.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Extend the files of a wheel; `version` is "standard" or "editable"."""
        if version == "standard":
            build_data["force_include"]["policies"] = "qinglian_rules/_policies"
