"""Derives wire/shapes.json from botocore's service models: the member names, wire names and types of the operations
that the double serves, and nothing else.

    python3 test/aws/wire/generate.py > test/aws/wire/shapes.json && npx biome check --write test/aws/wire

Needs botocore (PyPI); the environment that `npm run test:moto` makes has it. To serve another operation, add its name
here, generate, and describe it in test/aws/operations.
"""

import json
import re
import sys

import botocore
from botocore.loaders import Loader

SERVICES = {
    "ec2": [
        "DescribeAddresses",
        "DescribeInternetGateways",
        "DescribeNatGateways",
        "DescribeNetworkAcls",
        "DescribeNetworkInterfaces",
        "DescribeRouteTables",
        "DescribeSecurityGroups",
        "DescribeSubnets",
        "DescribeVpcEndpoints",
        "DescribeVpcs",
        "GetManagedPrefixListEntries",
    ],
    "workspaces": [
        "DescribeAccount",
        "DescribeClientProperties",
        "DescribeConnectionAliases",
        "DescribeIpGroups",
        "DescribeWorkspaceBundles",
        "DescribeWorkspaceDirectories",
        "DescribeWorkspaceImages",
        "DescribeWorkspaces",
        "DescribeWorkspacesConnectionStatus",
        "DescribeWorkspacesPools",
        "ListAccountLinks",
    ],
    "ds": [
        "DescribeCertificate",
        "DescribeClientAuthenticationSettings",
        "DescribeDirectories",
        "DescribeDomainControllers",
        "DescribeTrusts",
        "ListCertificates",
    ],
    "sts": ["AssumeRole", "GetCallerIdentity"],
}


def capitalized(name):
    return name[:1].upper() + name[1:]


def documented_filters(documentation):
    """The filter names that EC2's documentation lists; `tag:<key>` is written in several ways there."""
    names = re.findall(r"<li>\s*<p>\s*<code>([^<]+)</code>", documentation)
    return sorted({"tag" if name.startswith("tag:") else name for name in names})


class Table:
    """Structures are {"members": {member: [wire name, shape]}}, lists {"item": [wire name, shape]}, maps {"value":
    shape}, numbers with limits {"type", "min", "max"}. Any other scalar stands by its type, such as "string"."""

    def __init__(self, model):
        self.model = model
        self.protocol = "json" if "json" in model["metadata"]["protocols"] else model["metadata"]["protocols"][0]
        self.shapes = {}
        self.directions = {}

    def add(self, name, is_input):
        """Returns how others refer to the shape."""
        shape = self.model["shapes"][name]
        kind = shape["type"]
        limits = {limit: shape[limit] for limit in ("min", "max") if limit in shape}
        if kind not in ("structure", "list", "map"):
            if not (is_input and limits and kind in ("integer", "long")):
                return kind
            self.shapes[name] = {"type": kind, **limits}
            return name
        if kind == "structure" and self.directions.setdefault(name, is_input) != is_input and self.protocol == "ec2":
            raise ValueError(f"{name} is read and written, with different wire names")
        if name in self.shapes:
            return name
        entry = self.shapes[name] = {}
        if kind == "structure":
            entry["members"] = {
                member: [self.wire_name(member, ref, is_input), self.add(ref["shape"], is_input)]
                for member, ref in sorted(shape["members"].items())
            }
        elif kind == "list":
            item = shape["member"]
            entry["item"] = [item.get("locationName", "member"), self.add(item["shape"], is_input)]
        else:
            entry["value"] = self.add(shape["value"]["shape"], is_input)
        return name

    def wire_name(self, member, ref, is_input):
        if self.protocol == "ec2" and is_input:
            return ref.get("queryName") or capitalized(ref.get("locationName", member))
        return ref.get("locationName", member)

    def operation(self, name):
        model = self.model["operations"][name]
        entry = {}
        if "input" in model:
            entry["input"] = model["input"]["shape"]
            self.add(entry["input"], True)
        entry["output"] = model["output"]["shape"]
        self.add(entry["output"], False)
        if self.protocol == "ec2":
            members = self.model["shapes"][entry["input"]]["members"]
            filters = members.get("Filters") or members.get("Filter")
            entry["filters"] = documented_filters(filters["documentation"]) if filters else []
        return entry


def table_of(loader, service, operations):
    model = loader.load_service_model(service, "service-2")
    metadata = model["metadata"]
    table = Table(model)
    entries = {name: table.operation(name) for name in sorted(operations)}
    return {
        "protocol": table.protocol,
        "apiVersion": metadata["apiVersion"],
        "targetPrefix": metadata.get("targetPrefix", ""),
        "xmlNamespace": metadata.get("xmlNamespace", ""),
        "operations": entries,
        "shapes": dict(sorted(table.shapes.items())),
    }


def main():
    loader = Loader()
    services = {service: table_of(loader, service, operations) for service, operations in SERVICES.items()}
    json.dump({"source": f"botocore {botocore.__version__}", "services": services}, sys.stdout, indent=2)
    sys.stdout.write("\n")


main()
