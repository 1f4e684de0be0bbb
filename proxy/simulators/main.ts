/** Command line of the simulators: `--orders 10000 --couriers 500 --goods 5000 --seed 7 --speed 10 --ireca-port 8101`. */
import { parseArgs } from 'node:util';
import { startSimulators } from './startSimulators.ts';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '220' },
    couriers: { type: 'string', default: '18' },
    goods: { type: 'string', default: '0' },
    seed: { type: 'string', default: '7' },
    speed: { type: 'string', default: '1' },
    host: { type: 'string', default: '127.0.0.1' },
    'ireca-port': { type: 'string', default: '8101' },
    'kassa-port': { type: 'string', default: '8102' },
  },
});

const number = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`--${name} must be a number, not "${text}"`);
  process.exit(2);
};

const simulators = await startSimulators({
  orders: number(values.orders, 'orders'),
  couriers: number(values.couriers, 'couriers'),
  goods: number(values.goods, 'goods'),
  seed: number(values.seed, 'seed'),
  speed: number(values.speed, 'speed'),
  host: values.host,
  irecaPort: number(values['ireca-port'], 'ireca-port'),
  kassaPort: number(values['kassa-port'], 'kassa-port'),
});

const { ireca, kassa } = simulators;
console.log(`iRECA  IRECA_BASE_URL=${ireca.url} IRECA_TOKEN=${ireca.token}`);
console.log(
  `Kassa  KASSA_BASE_URL=${kassa.url} KASSA_USERNAME=${kassa.username} KASSA_PASSWORD=${kassa.password}`,
  `KASSA_ORGANIZATION_ID=${kassa.organizationId} KASSA_TRADE_OBJECT_ID=${kassa.tradeObjectId}`,
);
console.log(`Control  ${ireca.control}  ${kassa.control}`);

const stop = () => {
  void simulators.close().then(() => process.exit(0));
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
