/** A stream that text is written to, and what it knows of the terminal behind it. */
export interface CliStream {
  write(text: string): void;
  isTTY?: boolean;
  columns?: number;
}

/** Everything of the process that a command may touch. */
export interface CliIo {
  stdout: CliStream;
  stderr: CliStream;
  env: NodeJS.ProcessEnv;
  cwd: string;
}
