-- Events are nested in InquiryEvent and know their time. What the engine has not heard yet is stored by name, and has no time but that
-- of its publication.
update event_publication
set event_type = replace(event_type, 'org.tandem.inquiry.Inquiry', 'org.tandem.inquiry.InquiryEvent$'),
    listener_id = replace(listener_id, 'org.tandem.inquiry.Inquiry', 'org.tandem.inquiry.InquiryEvent$')
where event_type in ('org.tandem.inquiry.InquiryReceived', 'org.tandem.inquiry.InquiryReopened',
                     'org.tandem.inquiry.InquiryRated', 'org.tandem.inquiry.InquiryWithdrawn');

update event_publication
set event_type = replace(event_type, 'org.tandem.inquiry.', 'org.tandem.inquiry.InquiryEvent$'),
    listener_id = replace(listener_id, 'org.tandem.inquiry.', 'org.tandem.inquiry.InquiryEvent$')
where event_type in ('org.tandem.inquiry.PersonRequested', 'org.tandem.inquiry.CustomerWrote',
                     'org.tandem.inquiry.VerdictGiven');

update event_publication
set serialized_event = concat(
        substring(serialized_event from 1 for char_length(serialized_event) - 1),
        ',"at":', cast(extract(epoch from publication_date) as numeric(20, 6)), '}')
where event_type like 'org.tandem.inquiry.InquiryEvent$%' and serialized_event not like '%"at":%';
