/**
 * Whether an operation is asked only when a rule in force reads it: those of every service but the three that hold the
 * fleet itself. Nothing that they say is compared with a baseline, so that a snapshot without them can be one.
 */
export const isOptional = (operation: string): boolean => !/^(workspaces|ds|ec2):/.test(operation);
