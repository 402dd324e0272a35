import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, known, partition, present, seen } from '../define.ts';
import { devicesWith, deviceTypes } from '../joins/devices.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const permissions = [
  'RestartWorkspace',
  'IncreaseVolumeSize',
  'ChangeComputeType',
  'SwitchRunningMode',
  'RebuildWorkspace',
] as const;

function selfServiceBeyond(context: DirectoryContext, named: readonly string[]) {
  const path = pathOf(context, 'SelfservicePermissions');
  const said = present(context.directory.SelfservicePermissions, path);
  if (isUnknown(said)) return said;
  const beyondNamed = permissions.filter((permission) => !named.includes(permission));
  const settings = beyondNamed.map((permission) => {
    const setting = known(said[permission], ['ENABLED', 'DISABLED'], `${path}.${permission}`);
    return isUnknown(setting) ? setting : { permission, setting };
  });
  const { known: read, unknown } = partition(settings);
  return seen(
    read.filter(({ setting }) => setting === 'ENABLED').map(({ permission }) => permission),
    unknown,
  );
}

/** Device types that a parameter does not name; whether the named ones are said does not matter. */
const beyond = (named: readonly string[]) => deviceTypes.filter((type) => !named.includes(type));

/** What a directory lets in and lets users do, beside what the organization names. */
export const devicePolicyFacts: FactTable<DirectoryContext> = {
  'devices.openBeyondAccepted': {
    type: 'list',
    about: 'Client types that may connect from any device and that the parameter acceptedUntrusted does not name.',
    from: [op.directories],
    read: ({ estate, directory }) =>
      devicesWith(directory, beyond(estate.parameters.acceptedUntrusted), (setting) => setting === 'ALLOW'),
  },
  'devices.allowedBeyondNamed': {
    type: 'list',
    about:
      'Client types that may connect, any device or trusted ones, and that the parameter allowedDeviceTypes does not ' +
      'name; all of them while it is null.',
    from: [op.directories],
    read: ({ estate, directory }) =>
      devicesWith(directory, beyond(estate.parameters.allowedDeviceTypes ?? []), (setting) => setting !== 'DENY'),
  },
  'selfService.enabledBeyondNamed': {
    type: 'list',
    about: 'Self-service permissions that users have and that the parameter allowedSelfService does not name.',
    from: [op.directories],
    read: (context) => selfServiceBeyond(context, context.estate.parameters.allowedSelfService),
  },
};
