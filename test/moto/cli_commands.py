"""Reads AWS CLI commands from standard input, one a line, and prints what botocore's models do not know of them."""

import shlex
import sys

import botocore.session
from botocore import xform_name

# What the CLI itself adds to the models.
GLOBAL = {"region"}
ADDED = {"ec2": {"protocol", "port", "cidr"}}

session = botocore.session.get_session()


def problems(command):
    _, service, operation, *words = shlex.split(command)
    if service == "configure":
        return
    try:
        model = session.get_service_model(service)
    except Exception:
        yield f"no service {service}"
        return
    operations = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in operations:
        yield f"no operation {operation}"
        return
    shape = model.operation_model(operations[operation]).input_shape
    members = {xform_name(name, "-") for name in (shape.members if shape else {})}
    for word in words:
        if not word.startswith("--"):
            continue
        option = word[2:]
        known = members | GLOBAL | ADDED.get(service, set())
        if option not in known and option.removeprefix("no-") not in known:
            yield f"no option {word}"


for line in sys.stdin:
    for problem in problems(line.strip()):
        print(f"{line.strip()}: {problem}")
