import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const HANDLER = /export class (\w+)[^{]*\{[\s\S]*?^ {2}(?:async )?(?:handle|poll)\(/gm;

/** Names of the classes in a service's folder that handle an event, a command or a query, or poll. */
function handlersIn(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file !== 'service.ts')
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(HANDLER)].map(([, name]) => ({ name, file })),
    );
}

/** A reader of service.ts sees all that a service does: a handler that it does not bind is dead or hidden. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { unlisted: '{{name}} ({{file}}) handles something, but service.ts does not bind it.' },
  },
  create(context) {
    return {
      Program(program) {
        const bound = new Set();
        for (const token of context.sourceCode.ast.tokens) if (token.type === 'Identifier') bound.add(token.value);
        for (const { name, file } of handlersIn(dirname(context.filename))) {
          if (!bound.has(name)) context.report({ node: program, messageId: 'unlisted', data: { name, file } });
        }
      },
    };
  },
};
