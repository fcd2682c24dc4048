/**
 * A vendor's client of movements, in plain JavaScript, as somebody writes it who has the two OpenAPI documents and nothing
 * else: it finds every address in them. It plays two transfers, prints each exchange as a line of JSON, and ends with 1 where
 * something did not come out as it should.
 *
 * It is given, as JSON, at which addresses to ask and by which tokens.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';

const given = JSON.parse(process.argv[2]);

/** What an OpenAPI document describes, asked by the names of its operations. */
class Api {
  static async open(name, url) {
    const document = await (await fetch(`${url}/movements/openapi.json`)).json();
    return new Api(name, url, document);
  }

  constructor(name, url, document) {
    this.name = name;
    this.url = url;
    this.operations = new Map();
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { operationId, parameters }] of Object.entries(methods)) {
        const isKeyed = parameters.some(({ $ref = '' }) => $ref.endsWith('/key'));
        this.operations.set(operationId, { method: method.toUpperCase(), path, isKeyed });
      }
    }
  }

  /** Asks until there is an answer: the same key and the same body change nothing. */
  async ask(token, operationId, { path: parts = {}, query = {}, body, key = randomUUID(), etag } = {}) {
    const { method, path, isKeyed } = this.operations.get(operationId);
    const at = path.replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(parts[part]));
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${this.url}${at}${search && `?${search}`}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'x-purpose': 'CROSS_BOUNDARY_MOVEMENT',
        'x-reason': 'The family told us that they move.',
        ...(isKeyed && { 'idempotency-key': key }),
        ...(etag && { 'if-none-match': etag }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answered = text === '' ? null : JSON.parse(text);
    const { status, headers } = response;
    const type = headers.get('content-type');
    process.stdout.write(`${JSON.stringify({ api: this.name, operationId, sent: body, status, type, answered })}\n`);
    return { status, answered, etag: headers.get('etag') };
  }
}

function check(what, isSo, seen) {
  if (isSo) return;
  process.stderr.write(`${what}: ${JSON.stringify(seen)}\n`);
  process.exit(1);
}

/** Asks again until it is as it should be: what one side records, the other has a moment later. */
async function until(what, ask, isSo) {
  const last = Date.now() + given.patienceMs;
  for (;;) {
    const seen = await ask();
    if (isSo(seen)) return seen;
    check(what, Date.now() < last, seen);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const transferPack = [
  { title: 'Child protection plan', sha256: createHash('sha256').update('the plan').digest('hex') },
];

/** Two systems of partnerships, which exchange messages by the hub. */
async function betweenSystems(hub, { from, to }) {
  const pseudonym = `p1:1:${createHmac('sha256', 'kept by partnerships').update(given.child).digest('base64url')}`;
  const movement = `movement:${randomUUID().replaceAll('-', '').toUpperCase().slice(0, 26)}`;
  const last = new Map();
  /** What has come for a system, stored, and acknowledged. */
  const fetchInbox = async (system) => {
    const inbox = await hub.ask(system.token, 'fetchMovementInbox', { query: { first: 50 } });
    check('the inbox', inbox.status === 200, inbox);
    const deliveries = inbox.answered.items.filter(({ message }) => message.movement === movement);
    for (const { message } of deliveries) last.set(system, message.id);
    if (deliveries.length > 0) {
      const ids = deliveries.map(({ id }) => id);
      const taken = await hub.ask(system.token, 'acknowledgeMovementDeliveries', { body: { ids } });
      check('the acknowledgement', taken.answered.acknowledged.length === ids.length, taken);
    }
    return deliveries;
  };
  const send = async (system, move, data = {}, role = 'duty-team') => {
    const message = {
      ...{ id: randomUUID(), movement, after: last.get(system) ?? null, move, side: system.side },
      ...{ authority: system.authority, person: `person:${system.side.toLowerCase()}`, role },
      ...{ occurredAt: new Date().toISOString(), data },
    };
    for (const outcome of ['RECORDED', 'ALREADY_RECORDED']) {
      const sent = await hub.ask(system.token, 'sendMovementMessages', { body: { messages: [message] } });
      check(move, sent.answered.receipts?.[0]?.outcome === outcome, sent);
    }
    for (const other of [from, to]) {
      const came = await fetchInbox(other);
      check(`${move} in the inbox`, came.length === 1 && came[0].message.move === move, came);
    }
  };
  await send(from, 'NOTIFY', {
    ...{ category: 'CHILD_PROTECTION_PLAN', origin: from.authority, destination: to.authority },
    ...{ permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false, childPseudonym: pseudonym },
  });
  await send(to, 'ACKNOWLEDGE', {}, 'partnership-system');
  await send(from, 'SHARE_INFORMATION', { transferPack });
  await send(to, 'ACCEPT');
  await send(to, 'HOLD_CONFERENCE', {}, 'conference-chair');
  await send(to, 'ACCEPT_RESPONSIBILITY', { confirmation: 'letter:88' });
  await send(from, 'CLOSE');
  const found = await hub.ask(from.token, 'lookUpMovement', { path: { id: movement } });
  check('the movement', found.answered.state === 'CLOSED' && found.answered.responsible === to.authority, found);
  const again = await hub.ask(from.token, 'lookUpMovement', { path: { id: movement }, etag: found.etag });
  check('nothing new', again.status === 304, again);

  const bad = { id: randomUUID(), movement, after: null, move: 'CLOSE', side: 'ORIGIN', authority: from.authority };
  const unread = {
    ...bad,
    person: 'p',
    role: 'duty-team',
    occurredAt: new Date().toISOString(),
    data: { nhsNumber: '1' },
  };
  const refused = await hub.ask(from.token, 'sendMovementMessages', { body: { messages: [unread] } });
  check('a field that no move has', refused.answered.receipts[0].code === 'NOT_UNDERSTOOD', refused);
  const twice = await hub.ask(from.token, 'sendMovementMessages', {
    body: { messages: [{ ...unread, id: randomUUID(), data: {} }] },
  });
  check('a step too many', twice.answered.receipts[0].outcome === 'REFUSED', twice);
  const undelivered = await hub.ask(from.token, 'listUndeliveredMessages');
  check(
    'the list',
    undelivered.answered.items.some(({ message }) => message.movement === movement),
    undelivered,
  );
  const claims = await hub.ask(from.token, 'listResponsibilityClaims');
  check('claims', claims.answered.items.length === 0, claims);
  const late = await hub.ask(from.token, 'listMovements', { query: { state: 'CLOSED', isOverdue: true } });
  check('movements that are late', late.answered.items.length === 0, late);
  const listed = await hub.ask(from.token, 'listMovements', { query: { first: 100, isOverdue: false } });
  check(
    'movements',
    listed.answered.items.some(({ id }) => id === movement),
    listed,
  );
}

/** The people of two boroughs, each in their own system, which tells the hub by itself. */
async function atHome(hub, { from, to }) {
  const [origin, destination] = [await Api.open('home', from.url), await Api.open('home', to.url)];
  const notice = {
    ...{ nhsNumber: given.child, dateOfBirth: daysAgo(9 * 365), category: 'CHILD_PROTECTION_PLAN' },
    ...{ origin: from.authority, destination: to.authority, permanence: 'PERMANENT', planning: 'PLANNED' },
    hasStatutoryOrder: false,
  };
  const key = randomUUID();
  const notified = await origin.ask(from.token, 'notifyMovement', { body: notice, key });
  check('the notice', notified.status === 202 && notified.answered.step === 'PENDING', notified);
  const { movement } = notified.answered;
  const path = { movement };
  const stateIs = async (home, token, state) =>
    until(
      state,
      () => home.ask(token, 'lookUpOwnMovement', { path: { id: movement } }),
      ({ status, answered }) =>
        status === 200 && answered.state === state && answered.steps.every(({ standing }) => standing === 'RECORDED'),
    );
  const take = async (side, home, body, token = side.token) => {
    const taken = await home.ask(token, 'takeMovementStep', { path, body });
    check(body.move, taken.status === 202, taken);
    await stateIs(origin, from.token, taken.answered.state);
    await stateIs(destination, to.token, taken.answered.state);
  };
  await stateIs(origin, from.token, 'NOTIFIED');
  await stateIs(destination, to.token, 'NOTIFIED');
  const again = await origin.ask(from.token, 'notifyMovement', { body: notice, key });
  check('the same notice', again.status === 200 && again.answered.step === 'RECORDED', again);
  const team = { name: 'Ilford', contact: '020 7946 0002' };
  const changed = await destination.ask(to.token, 'updateChildRecord', { path, body: { team } });
  check('the team', changed.status === 200, changed);
  await take(from, origin, { move: 'SHARE_INFORMATION', transferPack });
  await take(to, destination, { move: 'ACCEPT' });
  await take(to, destination, { move: 'HOLD_CONFERENCE' }, to.chair);
  await take(to, destination, { move: 'ACCEPT_RESPONSIBILITY', confirmation: 'letter:89' });
  await take(from, origin, { move: 'CLOSE' });
  const late = await origin.ask(from.token, 'takeMovementStep', { path, body: { move: 'CLOSE' } });
  check('a step after the end', late.status === 409 && late.answered.code === 'OUT_OF_ORDER', late);
  const found = await hub.ask(to.token, 'lookUpMovement', { path: { id: movement } });
  check('at the hub', found.status === 401, found);
  const inHub = await hub.ask(to.atTheHub, 'lookUpMovement', { path: { id: movement } });
  check('who is responsible', inHub.answered.responsible === to.authority, inHub);
  const inbox = await destination.ask(to.token, 'listOwnInbox', { query: { first: 5 } });
  check('the inbox at home', inbox.answered.items[0].move === 'CLOSE', inbox);
  const undelivered = await origin.ask(from.token, 'listOwnUndelivered');
  check('nothing is undelivered', undelivered.answered.items.length === 0, undelivered);
}

const hub = await Api.open('hub', given.hub);
await betweenSystems(hub, given.systems);
await atHome(hub, given.homes);
