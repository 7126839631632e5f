create index inquiry_hand_over_by_queue on inquiry_hand_over (queue, handed_over_at);
