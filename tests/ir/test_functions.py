"""The library of functions: its descriptions agree with what the functions do."""

import ast
import inspect
from datetime import date
from decimal import Decimal

import pytest
from pydantic import MISSING

from qinglian_rules.backends import operations
from qinglian_rules.calendars import Calendar, RegionalCalendar
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir.functions import EXAMPLE_REGION, EXAMPLE_VALUES, FUNCTIONS, QUANTIFIERS, Function, Signature
from qinglian_rules.ir.types import BOOL, DATE, DATETIME, DECIMAL, DURATION, INT, RATIO, SLOT, SPAN, STR, ListOf, Maybe

REGIONAL = RegionalCalendar(Calendar(), EXAMPLE_REGION)
PLAIN_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
EXAMPLES = [
    pytest.param(function, expression, result, id=expression)
    for function in FUNCTIONS.values()
    for expression, result in function.examples
]


def evaluate(text: str):
    return MISSING if text == "unknown" else _value(ast.parse(text, mode="eval").body, text)


def _value(node: ast.expr, text: str):
    match node:
        case ast.Constant(value=float()):
            return Decimal(ast.get_source_segment(text, node))
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return EXAMPLE_VALUES[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return operations.negative(_value(operand, text))
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return operations.compare("==", _value(left, text), _value(right, text))
        case ast.BinOp(left=left, op=operator, right=right):
            return _combined(operator, _value(left, text), _value(right, text))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            values = [_value(argument, text) for argument in arguments]
            if FUNCTIONS[name].needs_calendar:
                return operations.CALENDAR_OPERATIONS[name](REGIONAL, *values)
            return operations.OPERATIONS[name](*values)
    raise AssertionError(ast.dump(node))


def _combined(operator: ast.operator, left, right):
    if isinstance(operator, ast.Div):
        return operations.divide(left, right)
    if isinstance(left, date):
        return operations.shift(left, right, 1)
    return operations.calculate_duration(PLAIN_OPERATORS[type(operator)], left, right)


@pytest.mark.parametrize(("function", "expression", "result"), EXAMPLES)
def test_an_example_gives_the_result_beside_it(function: Function, expression: str, result: str):
    assert f"{function.name}(" in expression
    actual, expected = evaluate(expression), evaluate(result)
    assert actual == expected
    assert type(actual) is type(expected)


def test_the_list_of_functions_is_the_one_of_the_language():
    assert set(FUNCTIONS) == {
        "during", "within", "year", "month_of_year", "weekday", "date_of", "same_month", "same_quarter", "same_year",
        "date", "minutes", "hours", "days", "add_months", "add_years", "workdays_after", "workdays_between",
        "is_workday", "earlier", "later", "len", "starts_with", "percent",
    }  # fmt: skip
    assert set(QUANTIFIERS) == {
        "exists", "all", "count", "sum", "min", "max", "avg", "share", "rank", "the", "spell", "judged",
    }  # fmt: skip


def test_every_function_has_exactly_one_operation_and_no_operation_is_without_function():
    with_calendar = {name for name, function in FUNCTIONS.items() if function.needs_calendar}
    assert set(operations.CALENDAR_OPERATIONS) == with_calendar
    assert set(operations.OPERATIONS) == FUNCTIONS.keys() - with_calendar


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - {"len", "starts_with", "earlier", "later"}))
def test_an_operation_takes_as_many_operands_as_its_signatures_name(name: str):
    function = FUNCTIONS[name]
    operation = (operations.CALENDAR_OPERATIONS if function.needs_calendar else operations.OPERATIONS)[name]
    taken = len(inspect.signature(operation).parameters) - function.needs_calendar
    assert {len(signature.parameters) for signature in function.signatures} == {taken}


@pytest.mark.parametrize("record", [*FUNCTIONS.values(), *QUANTIFIERS.values()], ids=lambda record: record.name)
def test_every_function_is_described_in_both_languages_with_examples(record):
    assert record.examples
    assert all(_is_chinese(text) and not _is_chinese(other) for text, other in [(record.zh, record.en)])
    assert _is_chinese(record.law_zh)
    assert record.law.endswith(".")
    assert "\n" not in record.zh + record.en


def _is_chinese(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)


@pytest.mark.parametrize("quantifier", QUANTIFIERS.values(), ids=lambda quantifier: quantifier.name)
def test_an_example_of_a_quantifier_parses_and_calls_it(quantifier):
    for text in (*quantifier.examples, *quantifier.forms):
        calls = [node for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Call)]
        assert quantifier.name in {call.func.id for call in calls}


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("during", (SPAN, SPAN), BOOL),
        ("within", (DATE, SPAN), BOOL),
        ("within", (DATETIME, ListOf(SLOT)), BOOL),
        ("same_month", (DATE, DATETIME), BOOL),
        ("add_months", (DATETIME, INT), DATETIME),
        ("workdays_after", (DATETIME, INT), DATE),
        ("percent", (DECIMAL,), RATIO),
        ("earlier", (DURATION, DURATION), DURATION),
        ("later", (INT, DECIMAL), DECIMAL),
        ("later", (RATIO, INT), RATIO),
        ("len", (ListOf(STR),), INT),
        ("len", (ListOf(SLOT),), INT),
    ],
    ids=str,
)
def test_a_call_that_a_signature_allows_has_its_result_type(name, arguments, result):
    assert FUNCTIONS[name].signature_for(arguments).result == result


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("within", (DATE, ListOf(SLOT))),
        ("during", (DATE, SPAN)),
        ("year", (Maybe(DATE),)),
        ("minutes", (DECIMAL,)),
        ("earlier", (DATE, DATETIME)),
        ("earlier", (DATE,)),
        ("starts_with", (STR,)),
        ("len", (SPAN,)),
    ],
    ids=str,
)
def test_a_call_that_no_signature_allows_has_none(name, arguments):
    assert FUNCTIONS[name].signature_for(arguments) is None


def test_only_the_months_and_years_have_a_keyword_and_it_has_one_word():
    keywords = {name: [signature.keywords for signature in f.signatures] for name, f in FUNCTIONS.items()}
    assert {name for name, given in keywords.items() if any(given)} == {"add_months", "add_years"}
    assert all(given == {"clip": ("end",)} for name in ("add_months", "add_years") for given in keywords[name])


def test_signatures_are_hashable_and_compare_by_value():
    assert {Signature((INT,), BOOL), Signature((INT,), BOOL)} == {Signature((INT,), BOOL)}


def test_the_example_values_are_what_the_laws_say_of_them():
    assert EXAMPLE_VALUES["ended"] == DateSpan(end=date(2021, 12, 31))
    assert EXAMPLE_VALUES["ended"].start is MISSING
