"""What is compliant or does not apply is counted at once, and a decision only from when somebody reads it."""

from __future__ import annotations

from dataclasses import replace

from qinglian_rules.backends.verdicts import NUMBERED, Batch, Status, Verdict, batch_of
from qinglian_rules.decisions import Found
from tests.decisions.scenes import AS_OF, BOOKING, HOSPITAL, decided, policy, visit

FIRST = decided(visit(place="门诊"))


class Counting:
    """Verdicts of the statuses given, that say which of them were made."""

    def __init__(self, *statuses: Status) -> None:
        self.statuses = statuses
        self.made: list[int] = []

    @property
    def batch(self) -> Batch:
        return Batch([NUMBERED.index(status) for status in self.statuses], self._make)

    def _make(self, place: int) -> Verdict:
        self.made.append(place)
        return replace(FIRST.verdict, status=self.statuses[place])


def test_to_count_and_to_list_what_is_open_makes_nothing_else() -> None:
    verdicts = Counting("compliant", "violated", "not_applicable", "undetermined", "compliant", "pending")
    found = Found([verdicts.batch], FIRST.world)
    assert found.counts == {"compliant": 2, "not_applicable": 1, "pending": 1, "undetermined": 1, "violated": 1}
    assert [decision.status for decision in found.shown["violated"]] == ["violated"]
    assert verdicts.made == [1, 3, 5]


def test_all_decisions_come_in_their_order_each_made_once() -> None:
    verdicts = Counting("not_applicable", "violated", "compliant")
    found = Found([verdicts.batch, verdicts.batch], FIRST.world)
    assert [decision.status for decision in found.all] == [*verdicts.statuses, *verdicts.statuses]
    assert found.all[1] is found.shown["violated"][0]
    assert sorted(verdicts.made) == [0, 0, 1, 1, 2, 2]


def test_what_another_decision_is_shown_for_is_not_counted() -> None:
    again = replace(FIRST.rule, id="gx-2021/3.3.4/again", same_as=FIRST.rule.id)
    found = Found([batch_of([FIRST.verdict, replace(FIRST.verdict, rule=again)])], FIRST.world)
    assert (len(found.all), found.counts["violated"]) == (2, 1)


def test_both_back_ends_find_the_same_in_the_same_order() -> None:
    facts = [HOSPITAL, BOOKING, visit(place="门诊"), visit(id="V-2")]
    reports = [policy("gx-2021").check(facts, as_of=AS_OF, engine=engine) for engine in ("reference", "python")]
    told = [[(decision.id, decision.status) for decision in report] for report in reports]
    assert told[0] == told[1]
    assert reports[0].summary == reports[1].summary
