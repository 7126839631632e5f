package org.tandem.bpmn;

import java.util.List;
import java.util.regex.Pattern;

/** What the model library says, in the words of those who draw models: what is wrong, and what would be right. */
final class PlainWords {

    private record Translation(Pattern said, String message, String remedy) {

        static Translation of(String entry) {
            var parts = entry.strip().split(" -> ");
            return new Translation(Pattern.compile(parts[0], Pattern.DOTALL), parts[1], parts[2]);
        }
    }

    /** The first that is found in a sentence of the library counts. */
    private static final String DICTIONARY = """
            Must contain at least one executable process -> this process is not marked as executable, so no engine runs it -> Tick "Executable" in its properties, or take the file out of the folder
            An attribute has a value that is not known -> something in it is set to a value that engines do not know -> Look in Camunda Modeler for what it marks, such as the event of a listener
            exactly one 'zeebe:taskDefinition'|Must have either one 'zeebe:publishMessage' -> it has no job type -> Give it the job type of the worker that does it
            Must have either one 'zeebe:calledDecision' -> it has neither a decision nor a job type, or both -> Choose the decision it calls, and nothing else
            Must have either one 'zeebe:script' -> it has neither an expression nor a job type, or both -> Write the FEEL expression it evaluates, and nothing else
            'zeebe:calledElement'|'processId' -> it calls no process -> Choose the process it calls
            'zeebe:loopCharacteristics'|'inputCollection' -> it is repeated, but for nothing -> Write the list for whose items it is repeated as its input collection, such as =items
            attribute 'outputCollection' is set -> it collects results, but no output element says what of each -> Write an output element as well
            attribute 'outputElement' is set -> it has an output element, but nothing collects it -> Write an output collection as well
            zeebe:subscription|'correlationKey' -> its message has no correlation key -> Write which inquiry the message belongs to, such as =inquiryId
            Must reference a message -> it has no message -> Choose the message
            Must reference a signal -> it has no signal -> Choose the signal
            Must reference an error -> it has no error -> Choose the error
            Must reference an escalation -> it has no escalation -> Choose the escalation
            Name must be present -> it has no name -> Give it a name
            ErrorCode must be present -> the error has no code -> Give the error a code
            EscalationCode must be present -> the escalation has no code -> Give the escalation a code
            Link name must be present -> the link has no name -> Give it the same name as the event at the other end
            catch event is not allowed to be an expression -> what it catches is only known when the process runs -> Write the code as plain text, without an equals sign
            Multiple message event definitions with the same name '(.*)' -> two of its events wait for the same message $1, and only one can get it -> Let them wait for different messages, or make them one event
            Multiple signal event definitions with the same name '(.*)' -> two of its events wait for the same signal $1 -> Let them wait for different signals, or make them one event
            Multiple error catch events with the same error code '(.*)' -> two of its events catch the same error $1 -> Let them catch different errors, or make them one event
            more than one error catch event without error code -> two of its events catch every error -> Give all but one of them an error code
            Multiple escalation catch events with the same escalation code '(.*)' -> two of its events catch the same escalation $1 -> Let them catch different escalations, or make them one event
            more than one escalation catch event without -> two of its events catch every escalation -> Give all but one of them an escalation code
            catch link event for the throw link event with the name '(.*)' -> no event catches the link $1 -> Give the event at the other end the same name
            link event definitions with the same name '(.*)' -> two link events catch the link $1 -> Give each link one event that catches it
            same message name as a boundary event -> it waits for the same message as the event attached to it -> Delete the attached event, or let it wait for another message
            cannot be referred by more than one start event -> two start events wait for this message -> Let one start event wait for it
            at least 2 outgoing sequence flows -> there is only one event behind this gateway -> Lead it to two events or more, or leave it out
            other elements than message/timer/signal -> something behind it is no event that can be waited for -> Lead it only to message, timer and signal events
            Target elements of an event gateway -> an event behind it has another flow that leads to it -> Lead the other flow elsewhere
            Conditional sequence flows are only supported -> a flow that leaves it has a condition, and conditions are only asked behind exclusive and inclusive gateways -> Delete the condition, or put an exclusive gateway behind it
            Must have a condition or be default|Must have a condition -> this flow leaves a gateway without a condition and is not its default flow -> Give it a condition, or make it the default flow
            Default flow must start at gateway -> its default flow leaves something else -> Choose one of its own flows as the default flow
            Must have at least one start event -> it has no start event -> Give it a start event
            Multiple none start events -> it has several start events without a trigger -> Leave one of them
            Must have exactly one start event -> it has no start event, or more than one -> Give it exactly one start event
            Start events in subprocesses must be of type none -> its start event has a trigger, but the flow that leads to it starts it -> Use a plain start event, or make it an event sub-process
            Start events in event subprocesses -> its start event has no trigger, so nothing ever starts it -> Give its start event a message, a timer, an error, a signal or an escalation
            Start event can't have more than one type|Must have at most one event definition -> it has several triggers -> Leave one of them
            Must have exactly one event definition -> it has no trigger -> Give it a message, a timer, an error or another trigger
            Must be exactly one type of timer -> its timer has no time, or several -> Choose date, duration or cycle and write the time
            Intermediate timer catch event -> its timer has neither a duration nor a date -> Choose duration or date and write the time
            Must be attached to an activity -> it is not attached to an activity -> Put it on the border of the task or sub-process that it watches
            Cannot have incoming sequence flows -> a flow leads into it, but only its trigger lets it happen -> Lead the flow elsewhere
            End events must not have outgoing -> a flow leaves it, but everything ends here -> Delete the flow, or use an intermediate event
            Non-Interrupting event of this type -> it catches an error without interrupting -> Make it an interrupting event
            'formId, externalReference'|'formId, formKey'|User task form -> it has no form, or two -> Link the form, and nothing else
            Priority must be -> its priority is no whole number from 0 to 100 -> Write a whole number from 0 (not urgent) to 100 (most urgent)
            Element id must be present -> something has no id -> Open it in Camunda Modeler, which gives it one
            not supported|must be one of: (timer|none|message) -> it is something that Camunda 8 does not do -> Use something else
            Must have exactly one 'zeebe:(\\w+)' extension element when exists -> it has the extension $1 several times -> Leave one of them
            Found '\\d+' duplicates -> it has the same listener twice -> Leave one of them
            Task listeners are only allowed -> it has task listeners, which only tasks for people of Camunda can have -> Delete the listeners, or choose "Camunda user task"
            Attribute 'decisionId' -> it calls no decision -> Choose the decision it calls
            Attribute 'resultVariable' -> its result goes nowhere -> Give it a result variable
            Attribute 'expression' -> it has no expression -> Write the FEEL expression it evaluates
            Attribute 'retries' -> it has no number of retries -> Write how often it is tried, such as 3
            Attribute 'eventType' -> a listener does not say what it listens to -> Choose an event for it, or delete it
            Attribute 'type' -> it, or a listener of it, has no job type -> Give it the job type of the worker that does it
            """;

    private static final List<Translation> TRANSLATIONS =
            DICTIONARY.lines().map(Translation::of).toList();

    private PlainWords() {}

    static Problem of(String file, ModelLibrary.Finding finding) {
        for (var translation : TRANSLATIONS) {
            var found = translation.said().matcher(finding.message());
            if (found.find()) {
                return new Problem(
                        file,
                        finding.elementId(),
                        finding.elementName(),
                        translation.message().contains("$1")
                                ? translation.message().replace("$1", found.group(1))
                                : translation.message(),
                        translation.remedy());
            }
        }
        return new Problem(
                file,
                finding.elementId(),
                finding.elementName(),
                "no engine takes it: " + finding.message().strip(),
                "Correct it in Camunda Modeler");
    }
}
