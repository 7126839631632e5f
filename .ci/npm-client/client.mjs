// node client.mjs ADDRESS   works with an engine as a stranger would, through both REST clients of Camunda's own Node.js SDK
import assert from 'node:assert/strict';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Camunda8 } from '@camunda8/sdk';

const [address] = process.argv.slice(2);
const model = path.join(import.meta.dirname, 'order.bpmn');
const sdk = new Camunda8({
  ZEEBE_REST_ADDRESS: address,
  CAMUNDA_OAUTH_DISABLED: true,
  CAMUNDA_AUTH_STRATEGY: 'NONE',
  CAMUNDA_LOG_LEVEL: 'none',
});
const cluster = sdk.getOrchestrationClusterApiClientLoose();
const rest = sdk.getCamundaRestClient();
const until = predicate => ({ consistency: { waitUpToMs: 10_000, pollIntervalMs: 50, predicate } });
let steps = 0;

async function step(name, work) {
  try {
    const answer = await work();
    steps++;
    return answer;
  } catch (failure) {
    console.error(`npm-client: ${name}: ${failure.message}`);
    console.error(failure.response?.body ?? failure.stack);
    process.exit(1);
  }
}

const found = async (search, filter) => {
  const answer = await search({ filter }, until(page => page.items.length > 0));
  assert.equal(answer.items.length, 1);
  return answer.items[0];
};

async function throughTheClusterApi(orderId) {
  await step('the topology names a broker', async () => {
    const topology = await cluster.getTopology();
    assert.match(topology.gatewayVersion, /^8\./);
    assert.equal(topology.brokers.length, topology.clusterSize);
  });
  const process = await step('a model is deployed', async () => {
    const deployment = await cluster.deployResourcesFromFiles([model]);
    assert.equal(deployment.processes[0].processDefinitionId, 'npm-order');
    return deployment.processes[0];
  });
  await step('deploying it again makes no new version', async () => {
    const deployment = await cluster.deployResourcesFromFiles([model]);
    assert.equal(deployment.processes[0].processDefinitionKey, process.processDefinitionKey);
    assert.equal(deployment.processes[0].processDefinitionVersion, process.processDefinitionVersion);
  });
  const instance = await step('an instance is started', async () => {
    const created = await cluster.createProcessInstance({
      processDefinitionId: 'npm-order',
      variables: { orderId, items: ['tea', 'cup'], amount: 2 },
    });
    assert.equal(created.processDefinitionKey, process.processDefinitionKey);
    return created.processInstanceKey;
  });
  await step('its job is handed out and completed', async () => {
    const { jobs } = await cluster.activateJobs({
      type: 'npm-order.price',
      worker: 'npm-client',
      timeout: 30_000,
      maxJobsToActivate: 5,
      requestTimeout: 5_000,
    });
    assert.equal(jobs.length, 1);
    assert.equal(jobs[0].processInstanceKey, instance);
    assert.deepEqual(jobs[0].variables, { orderId, items: ['tea', 'cup'], amount: 2 });
    await cluster.completeJob({ jobKey: jobs[0].jobKey, variables: { price: 12.5 } });
  });
  await step('its user task is found, claimed and completed', async () => {
    const task = await found(cluster.searchUserTasks.bind(cluster), {
      processInstanceKey: instance,
      state: 'CREATED',
      candidateGroup: 'clerks',
    });
    assert.equal(task.name, 'Check the order');
    await cluster.assignUserTask({ userTaskKey: task.userTaskKey, assignee: 'kim' });
    await cluster.completeUserTask({ userTaskKey: task.userTaskKey, variables: { checked: true } });
  });
  await step('it waits for a message, which is published', async () => {
    const before = await found(cluster.searchProcessInstances.bind(cluster), { processInstanceKey: instance });
    assert.equal(before.state, 'ACTIVE');
    const published = await cluster.publishMessage({
      name: 'npm-order-paid',
      correlationKey: orderId,
      timeToLive: 0,
      variables: { paid: true },
    });
    assert.ok(published.messageKey);
  });
  await step('it is found completed, with its variables', async () => {
    const done = await found(cluster.searchProcessInstances.bind(cluster), {
      processInstanceKey: instance,
      state: 'COMPLETED',
    });
    assert.ok(Date.parse(done.endDate) >= Date.parse(done.startDate));
    const variables = await cluster.searchVariables(
      { filter: { processInstanceKey: instance } },
      until(page => page.items.length === 6),
    );
    const values = Object.fromEntries(variables.items.map(({ name, value }) => [name, JSON.parse(value)]));
    assert.deepEqual(values, { orderId, items: ['tea', 'cup'], amount: 2, price: 12.5, checked: true, paid: true });
  });
  await step('completing a job that is not there is refused as a problem', async () => {
    await assert.rejects(cluster.completeJob({ jobKey: '1', variables: {} }), problem => {
      assert.equal(problem.status, 404);
      return true;
    });
  });
}

async function throughTheOlderRestClient(orderId) {
  const worker = cluster.createJobWorker({
    jobType: 'npm-order.price',
    maxParallelJobs: 4,
    jobTimeoutMs: 30_000,
    jobHandler: job => job.complete({ price: 1 }),
  });
  const instance = await step('the older client deploys and starts', async () => {
    await rest.deployResourcesFromFiles([model]);
    const created = await rest.createProcessInstance({ processDefinitionId: 'npm-order', variables: { orderId } });
    return created.processInstanceKey;
  });
  await step('a worker does the job and the older client completes the user task', async () => {
    const task = await found(cluster.searchUserTasks.bind(cluster), { processInstanceKey: instance });
    await rest.completeUserTask({ userTaskKey: task.userTaskKey, variables: { checked: true } });
  });
  await step('the older client correlates a message and finds the instance completed', async () => {
    const correlated = await rest.correlateMessage({ name: 'npm-order-paid', correlationKey: orderId, variables: {} });
    assert.equal(correlated.processInstanceKey, instance);
    const done = await rest.searchProcessInstances({
      filter: { processInstanceKey: instance, state: 'COMPLETED' },
      sort: [{ field: 'startDate', order: 'ASC' }],
    });
    assert.equal(done.items.length, 1);
  });
  worker.stop();
}

await throughTheClusterApi(randomUUID());
await throughTheOlderRestClient(randomUUID());
console.log(`npm-client: ${steps} steps with @camunda8/sdk passed`);
process.exit(0);
