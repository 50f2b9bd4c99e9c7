"""The typed vocabulary of facts: what hospitals and health authorities record.

Importing this room defines every fact type of ours, so that the vocabulary is whole.
"""

from qinglian_rules.facts import accreditation as accreditation
from qinglian_rules.facts import appointments as appointments
from qinglian_rules.facts import benefits as benefits
from qinglian_rules.facts import billing as billing
from qinglian_rules.facts import care as care
from qinglian_rules.facts import communities as communities
from qinglian_rules.facts import engine as engine
from qinglian_rules.facts import ethics as ethics
from qinglian_rules.facts import governance as governance
from qinglian_rules.facts import meetings as meetings
from qinglian_rules.facts import misconduct as misconduct
from qinglian_rules.facts import party as party
from qinglian_rules.facts import people as people
from qinglian_rules.facts import posts as posts
from qinglian_rules.facts import prescribing as prescribing
from qinglian_rules.facts import procurement as procurement
from qinglian_rules.facts import projects as projects
from qinglian_rules.facts import reports as reports
from qinglian_rules.facts import service as service
from qinglian_rules.facts import supervision as supervision
from qinglian_rules.facts import training as training
from qinglian_rules.facts import visits as visits
