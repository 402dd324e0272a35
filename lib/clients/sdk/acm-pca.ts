export { ACMPCAClient } from '@aws-sdk/client-acm-pca';
