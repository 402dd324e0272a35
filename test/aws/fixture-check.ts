import { isOptional } from '../../lib/snapshot/index.ts';
import type { Estate } from './estate.ts';
import { listings } from './operations/index.ts';
import { wireItem } from './operations/listing.ts';
import type { Fields } from './values.ts';
import { checkValue } from './wire/check.ts';
import { serviceModels } from './wire/shapes.ts';

/**
 * Refuses an estate that AWS could not have sent.
 *
 * @throws Error naming type, place in the estate and member
 */
export function checkEstate(estate: Estate): void {
  let index = 0;
  for (const { type, action, resource } of estate.all()) {
    // The double serves the fleet; what other services would say of it is not looked at.
    if (isOptional(action)) continue;
    const content = outputOf(action, resource);
    const [service = '', operation = ''] = action.split(':');
    const model = serviceModels[service];
    if (model === undefined) throw new Error(`AWS double: no model of ${action}`);
    checkValue(model, model.operations[operation]?.output ?? '', content, `resource ${index} (${type})`);
    index += 1;
  }
}

/** The answer that would consist of the resource alone. */
function outputOf(action: string, resource: Fields): Fields {
  const listing = listings[action];
  if (listing !== undefined) return { [listing.output]: [wireItem(listing, resource)] };
  if (action === 'workspaces:DescribeAccount') return resource;
  if (action === 'ec2:GetManagedPrefixListEntries') return { Entries: resource.Entries };
  const { DirectoryId: _, ...certificate } = resource;
  return { Certificate: certificate };
}
