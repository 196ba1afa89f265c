# Made by quern from the database: do not edit.
"""Enum types of schema automation."""

from enum import StrEnum

from .. import _runtime


class AutomationRunStatus(StrEnum):
    """How far a run is: waiting for a worker, being worked on, done, or given up."""

    PENDING = "Pending"
    RUNNING = "Running"
    COMPLETED = "Completed"
    FAILED = "Failed"


read_automation_run_status = _runtime.enum_reader(AutomationRunStatus)
