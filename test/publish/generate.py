"""Derives asff.json from botocore's model of Security Hub: member names, types, required members and enumerations of
the shapes that our findings use, and nothing else.

    python3 test/publish/generate.py > test/publish/asff.json && npx biome check --write test/publish

Needs botocore (PyPI); the environment that `npm run test:moto` makes has it. The details of resource types that we
never write are left out: a finding that uses another one fails the check, and its member has to be added here.
"""

import json
import sys

import botocore
from botocore.loaders import Loader

ROOT = "AwsSecurityFinding"
RESOURCE_DETAILS = {"AwsEc2SecurityGroup", "AwsEc2Subnet", "AwsIamRole", "Other"}
FINDING_MEMBERS_LEFT_OUT = {
    "Action",
    "Detection",
    "GeneratorDetails",
    "Malware",
    "Network",
    "NetworkPath",
    "PatchSummary",
    "Process",
    "ThreatIntelIndicators",
    "Threats",
    "Vulnerabilities",
}


class Table:
    """Structures are {"required": [...], "members": {member: shape}}, lists {"item": shape}, maps {"value": shape},
    strings {"pattern"} or {"enum"}. Any other scalar stands by its type, such as "integer"."""

    def __init__(self, model):
        self.model = model
        self.shapes = {}

    def add(self, name):
        """Returns how others refer to the shape."""
        if name in self.shapes:
            return name
        shape = self.model["shapes"][name]
        kind = shape["type"]
        if kind == "structure":
            entry = self.shapes[name] = {"required": sorted(shape.get("required", [])), "members": {}}
            entry["members"] = {
                member: self.add(ref["shape"])
                for member, ref in sorted(shape["members"].items())
                if self.kept(name, member)
            }
        elif kind == "list":
            entry = self.shapes[name] = {}
            entry["item"] = self.add(shape["member"]["shape"])
        elif kind == "map":
            entry = self.shapes[name] = {}
            entry["value"] = self.add(shape["value"]["shape"])
        elif kind == "string" and ("enum" in shape or "pattern" in shape):
            self.shapes[name] = {key: shape[key] for key in ("enum", "pattern") if key in shape}
        else:
            return kind
        return name

    @staticmethod
    def kept(shape, member):
        if shape == "ResourceDetails":
            return member in RESOURCE_DETAILS
        return not (shape == ROOT and member in FINDING_MEMBERS_LEFT_OUT)


def main():
    model = Loader().load_service_model("securityhub", "service-2")
    table = Table(model)
    table.add(ROOT)
    source = f"botocore {botocore.__version__}, securityhub {model['metadata']['apiVersion']}"
    json.dump({"source": source, "root": ROOT, "shapes": dict(sorted(table.shapes.items()))}, sys.stdout, indent=2)
    sys.stdout.write("\n")


main()
