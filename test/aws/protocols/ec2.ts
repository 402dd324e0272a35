import { formAction, readForm } from './form.ts';
import type { Answer, Protocol } from './protocol.ts';
import { element, escapeXml, toXml } from './xml.ts';

/** EC2's own query protocol: a form in, XML out. */
export const ec2Protocol: Protocol = {
  operation: (_headers, body) => formAction(body),
  input: readForm,
  output(model, operation, output, requestId) {
    const content = toXml(model, model.operations[operation]?.output ?? '', output);
    const id = element('requestId', requestId);
    return answer(
      200,
      `<${operation}Response xmlns="${model.xmlNamespace}/">${id}${content}</${operation}Response>`,
      requestId,
    );
  },
  error(error, requestId) {
    const content = element('Code', error.code) + element('Message', escapeXml(error.message));
    const errors = element('Errors', element('Error', content));
    return answer(error.status, element('Response', errors + element('RequestID', requestId)), requestId);
  },
};

function answer(status: number, xml: string, requestId: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  };
}
