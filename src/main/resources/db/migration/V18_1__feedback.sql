-- What agents would like to see improved in the product, grouped into themes. Written for both H2 2.x and PostgreSQL.
create table feedback_theme (
    id          uuid                        not null primary key,
    area        varchar(50)                 not null,
    name        varchar(200)                not null,
    named       boolean                     not null,
    status      varchar(20)                 not null,
    found_at    timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    changed_by  varchar(200)                not null,
    announced   boolean                     not null,
    merged_into uuid references feedback_theme (id)
);

create table feedback_entry (
    conversation_key varchar(60)                 not null primary key,
    inquiry_id       uuid                        not null,
    area             varchar(50)                 not null,
    topic            varchar(200)                not null,
    said_at          timestamp(6) with time zone not null,
    -- when to look at it next, empty when it is in a theme or there is nothing to see
    due_at           timestamp(6) with time zone,
    tries            integer                     not null,
    -- from here on empty until it was looked at
    inquiry_number   varchar(40),
    text             varchar(4000),
    theme_id         uuid references feedback_theme (id)
);

create index feedback_entry_by_due on feedback_entry (due_at);
create index feedback_entry_of_theme on feedback_entry (theme_id, said_at);
create index feedback_entry_by_time on feedback_entry (area, said_at);

-- New themes that somebody outside is to be told of, until they have heard it.
create table feedback_news (
    event_id  uuid                        not null primary key,
    theme_id  uuid                        not null references feedback_theme (id),
    body      varchar(2000)               not null,
    at        timestamp(6) with time zone not null,
    due_at    timestamp(6) with time zone,
    tries     integer                     not null
);

create index feedback_news_by_due on feedback_news (due_at);
