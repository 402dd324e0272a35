export { SSOAdminClient } from '@aws-sdk/client-sso-admin';
