"""Validates messages of Slack, one JSON object a line, with the models of Slack's own package.

Prints a JSON array for each line: what is wrong with the message. The models know the limits of blocks; those of a
message as a whole are here, as https://docs.slack.dev/reference/block-kit/blocks and chat.postMessage publish them.
"""

import json
import sys

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block


def problems_of_block(block):
    parsed = Block.parse(block)
    if parsed is None:
        return [f"{block.get('type')}: no block that Slack's models know"]
    try:
        # What the models do not know or take for empty is missing from what they write.
        return [] if parsed.to_dict() == block else [f"{block['type']}: not as the models write it"]
    except SlackObjectFormationError as error:
        return [f"{block['type']}: {error}"]


def problems_of(message):
    problems = [problem for block in message["blocks"] for problem in problems_of_block(block)]
    if len(message["blocks"]) > 50:
        problems.append(f"message: {len(message['blocks'])} blocks, where 50 are allowed")
    if len(message["text"]) > 4000:
        problems.append(f"message: {len(message['text'])} characters of text, where 4000 are advised")
    return problems


for line in sys.stdin:
    print(json.dumps(problems_of(json.loads(line))))
