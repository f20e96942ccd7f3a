import { parseLossless, stringifyLossless } from '~/contract/lossless-json';
import { doubtedFacts, encodeBody } from '~/contract/profile/line-body';
import { respelledBody, spellingsIn } from '~/contract/profile/line-answer';
import { operationPath, operations } from '~/contract/operations';
import type { ServerProfile } from '~/contract/profile/server-profile';
import { isWireObject, text, type WireObject } from '~/contract/scalars';
import type { ApiCall } from '~/gateway/orders/api-request';
import type { Forward } from '~/gateway/orders/proxy';
import { isFormRefusal, readAnswer, withBody, type ReadAnswer } from './answers';
import type { ProfileMemory } from './profile-memory';

export type BodySender = (call: ApiCall, requestId: string) => Promise<Response>;

/**
 * Sends the body of a write in the form that the server takes. A refusal with a whole answer proves that nothing was
 * done. Where it puts the form in doubt, the body is sent once more in another form. After an unknown outcome nothing
 * is sent again.
 */
export function createBodySender(forward: Forward, memory: ProfileMemory): BodySender {
  async function send(call: ApiCall, body: WireObject, requestId: string): Promise<ReadAnswer> {
    const bytes = new TextEncoder().encode(stringifyLossless(body));
    return readAnswer(await forward({ ...call, body: bytes }, requestId));
  }

  async function sendInAForm(call: ApiCall, body: WireObject, requestId: string) {
    const profile = memory.profile();
    const sent = encodeBody(body, profile);
    const answer = await send(call, sent, requestId);
    if (!isFormRefusal(answer)) return { answer, sent };
    await memory.reread();
    const news = memory.profile();
    const fresh = encodeBody(body, news);
    // What another instance has learned meanwhile needs no guess.
    const isKnown = stringifyLossless(fresh) !== stringifyLossless(sent);
    const doubted = isKnown ? {} : doubtedFacts(body, profile, answer.body);
    if (!doubted) return { answer, sent };
    const trial = { ...news, ...doubted };
    const resent = encodeBody(body, trial);
    if (stringifyLossless(resent) === stringifyLossless(sent)) return { answer, sent };
    const second = await send(call, resent, requestId);
    const lesson = { operation: call.operation, status: answer.response.status };
    if (!isFormRefusal(second)) {
      if (second.response.ok) memory.learn(confirmedFacts(doubted, resent, second.body), 'worked', lesson);
      return { answer: second, sent: resent };
    }
    // A form that the second refusal does not name is accepted. A named one is the next problem, or the new form.
    const doubtedAgain = doubtedFacts(body, trial, second.body) ?? {};
    const taken = Object.entries(doubted).filter(([name]) => !(name in doubtedAgain));
    memory.learn(Object.fromEntries(taken), 'worked', lesson);
    return taken.length === 0 && !isKnown ? { answer, sent } : { answer: second, sent: resent };
  }

  /** A value that the server ignored under one name of its field is sent once more under the other. */
  async function respell(
    call: ApiCall,
    sent: WireObject,
    answer: ReadAnswer,
    requestId: string,
  ): Promise<Response> {
    const { enni_2, cpe_networking_number } = memory.facts();
    const body = respelledBody(sent, answer.body, {
      enni_2: enni_2?.proof === 'worked',
      cpe_networking_number: cpe_networking_number?.proof === 'worked',
    });
    const lineId = call.ids.lineId ?? (isWireObject(answer.body) ? text.parse(answer.body['id']) : '');
    const { cartId } = call.ids;
    if (!body || lineId === '' || cartId === undefined) return answer.response;
    const ids = { cartId, lineId };
    const update: ApiCall = {
      ...call,
      operation: 'updateLine',
      ids,
      method: operations.updateLine.method,
      target: operationPath('updateLine', ids),
      body: null,
    };
    const second = await send(update, body, requestId);
    const isKept = second.response.ok && isWireObject(second.body);
    // Where neither name keeps it, the first stays: the value is not asked for again with every save.
    memory.learn(spellingsIn(isKept ? body : sent), 'worked', {
      operation: 'updateLine',
      status: second.response.status,
    });
    return isKept ? withBody(answer.response, second.body) : answer.response;
  }

  return async (call, requestId) => {
    const body: unknown = call.body === null ? null : parseLossless(new TextDecoder().decode(call.body));
    if (!isWireObject(body)) return forward(call, requestId);
    const { answer, sent } = await sendInAForm(call, body, requestId);
    return answer.response.ok ? respell(call, sent, answer, requestId) : answer.response;
  };
}

/** The facts that the answer to a second try bears out: a spelling only where its value is shown. */
function confirmedFacts(doubted: ServerProfile, sent: WireObject, answer: unknown): ServerProfile {
  const line = isWireObject(answer) ? answer : {};
  const isBorneOut = ([, value]: readonly [string, string]) =>
    !(value in sent) || text.parse(line[value]) === text.parse(sent[value]);
  return Object.fromEntries(Object.entries(doubted).filter(isBorneOut));
}
