export {
  type Attestation,
  type Configuration,
  type DirectoryScope,
  defaultConfiguration,
  type Exception,
} from './configuration.ts';
export { effectiveParameters, type InForce, isInForce, type Narrowing, rulesInForce } from './in-force.ts';
export { parseConfiguration } from './parse.ts';
