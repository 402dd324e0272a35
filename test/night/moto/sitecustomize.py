"""Completes what moto 5.2.5 leaves out of its Step Functions engine; Python imports a module of this name at start.

- The result writer of a Distributed Map writes a manifest of no results. What the children came to is on the engine's
  stack then; it is put where Step Functions puts it, in its form. A child that failed has no output there, and nothing
  says why.
- The result writer's parameters are read from the results, not from the input of the state.
- `$$.Execution.StartTime` is not in the form in which Step Functions gives it, such as 2026-11-23T03:00:00.000Z.
- A task that starts an execution hands the names of its parameters to boto3 as they are, with capitals, and looks for
  capitals in what boto3 answers.
"""

import json
from datetime import datetime, timezone

from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer.resource_eval.resource_eval_s3 import (
    ResourceEvalS3,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer.result_writer_decl import (
    ResultWriter,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service_sfn import (
    StateTaskServiceSfn,
)
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker

write_manifest = ResourceEvalS3._handle_put_object


def child(number, output):
    succeeded = output is not None
    return {
        "Name": f"child-{number}",
        "Status": "SUCCEEDED" if succeeded else "FAILED",
        **({"Output": json.dumps(output)} if succeeded else {}),
        "OutputDetails": {"Included": succeeded},
    }


def write_results(env, resource_runtime_part, state_credentials):
    outputs = env.stack[-2]
    write_manifest(env, resource_runtime_part, state_credentials)
    details = env.stack[-1]["ResultWriterDetails"]
    bucket, key = details["Bucket"], details["Key"]
    s3 = ResourceEvalS3._get_s3_client(resource_runtime_part, state_credentials)
    manifest = json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    children = [child(number, output) for number, output in enumerate(outputs)]
    for status in ("SUCCEEDED", "FAILED"):
        part = [one for one in children if one["Status"] == status]
        if not part:
            continue
        body = json.dumps(part).encode("utf8")
        file = key.removesuffix("manifest.json") + f"{status}_0.json"
        s3.put_object(Bucket=bucket, Key=file, Body=body)
        manifest["ResultFiles"][status] = [{"Key": file, "Size": len(body)}]
    s3.put_object(Bucket=bucket, Key=key, Body=json.dumps(manifest).encode("utf8"))


ResourceEvalS3._handle_put_object = staticmethod(write_results)


def read_parameters_from_input(self, env):
    env.stack.append(env.states.get_input())
    self.parargs.eval(env=env)
    parameters = env.stack.pop()
    env.stack.pop()
    env.stack.append(parameters)
    self.resource_eval.eval_resource(env=env)


ResultWriter._eval_body = read_parameters_from_input

make_environment = ExecutionWorker._get_evaluation_environment


def environment_with_start_time(self):
    environment = make_environment(self)
    execution = environment.states.context_object.context_object_data["Execution"]
    start = execution["StartTime"].astimezone(timezone.utc)
    execution["StartTime"] = start.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return environment


ExecutionWorker._get_evaluation_environment = environment_with_start_time


write_input_as_text = StateTaskServiceSfn._normalise_parameters


def parameters_for_boto3(self, parameters, boto_service_name=None, service_action_name=None):
    write_input_as_text(self, parameters, boto_service_name, service_action_name)
    for name in list(parameters):
        parameters[name[0].lower() + name[1:]] = parameters.pop(name)


def answer_of_step_functions(self, response, boto_service_name=None, service_action_name=None):
    for name in list(response):
        value = response.pop(name)
        in_milliseconds = isinstance(value, datetime)
        response[name[0].upper() + name[1:]] = int(value.timestamp() * 1000) if in_milliseconds else value


StateTaskServiceSfn._normalise_parameters = parameters_for_boto3
StateTaskServiceSfn._normalise_response = answer_of_step_functions
