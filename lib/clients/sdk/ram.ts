export { RAMClient } from '@aws-sdk/client-ram';
