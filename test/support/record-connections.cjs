'use strict';

/**
 * Loaded into every Node process of a hub by NODE_OPTIONS: writes each address that the process tries to reach, by name
 * or by number, to the file of HUB_CONNECTION_LOG. It hinders nothing; a test reads the file.
 */
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const net = require('node:net');

const note = (what) => appendFileSync(process.env.HUB_CONNECTION_LOG, `${what}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options && typeof options === 'object') {
    if (!options.path) note(`tcp ${options.host ?? 'localhost'}`);
  } else if (typeof options === 'number') note(`tcp ${typeof args[1] === 'string' ? args[1] : 'localhost'}`);
  return connect.apply(this, args);
};

const { lookup } = dns;
dns.lookup = function (name, ...rest) {
  note(`dns ${name}`);
  return lookup.call(this, name, ...rest);
};

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  note(`udp ${args.findLast((arg) => typeof arg === 'string') ?? 'localhost'}`);
  return send.apply(this, args);
};
