/** The inquiry that the form shows in its picture. */
export const sample = {
  brief: {
    number: 'TA-4827-1936',
    waitingSince: '10:42',
    why: 'The risk of a wrong answer is above the tolerance for this topic, but the draft may help a person.',
    feeling: 'Puzzled, polite',
    wants: 'Refund not received',
    tried: 'The AI made a draft but did not answer.',
    customerWrites: 'Customer, 10:41\nI sent the shoes back two weeks ago and still have no refund. The shop says you have it. When do I get my money?',
    draft: 'Your refund reaches you within five business days after the shop has confirmed the return to us. You see the state of it in the app under Purchases.',
    sources: '[Refunds after a return](https://example.com/help/refunds)',
  },
  reply: 'Your refund reaches you within five business days after the shop has confirmed the return to us. You see the state of it in the app under Purchases.',
};
