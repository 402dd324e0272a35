import { formAction, readForm } from './form.ts';
import type { Answer, Protocol } from './protocol.ts';
import { element, escapeXml, toXml } from './xml.ts';

/** The query protocol of STS: a form in, XML with a result element out. */
export const queryProtocol: Protocol = {
  operation: (_headers, body) => formAction(body),
  input: readForm,
  output(model, operation, output, requestId) {
    const result = element(`${operation}Result`, toXml(model, model.operations[operation]?.output ?? '', output));
    const metadata = element('ResponseMetadata', element('RequestId', requestId));
    const xml = `<${operation}Response xmlns="${model.xmlNamespace}">${result}${metadata}</${operation}Response>`;
    return answer(200, xml, requestId);
  },
  error(error, requestId) {
    const type = error.status < 500 ? 'Sender' : 'Receiver';
    const content = element('Type', type) + element('Code', error.code) + element('Message', escapeXml(error.message));
    return answer(
      error.status,
      element('ErrorResponse', element('Error', content) + element('RequestId', requestId)),
      requestId,
    );
  },
};

function answer(status: number, xml: string, requestId: string): Answer {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body: xml };
}
