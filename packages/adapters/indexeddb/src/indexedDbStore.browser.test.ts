import { describeIndexedDb } from './describeIndexedDb.fixture.ts';

describeIndexedDb('Chromium');
