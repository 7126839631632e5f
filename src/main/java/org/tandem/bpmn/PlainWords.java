package org.tandem.bpmn;

import java.util.List;
import java.util.regex.Pattern;

/** What the model library says, in the words of those who draw models: what is wrong, and what would be right. */
final class PlainWords {

    private record Translation(Pattern said, String message, String remedy) {}

    private static final List<Translation> TRANSLATIONS = List.of(
            say("Must contain at least one executable process", "this process is not marked as executable, so no engine runs it", "Tick \"Executable\" in its properties, or take the file out of the folder"),
            say("An attribute has a value that is not known", "something in it is set to a value that engines do not know", "Look in Camunda Modeler for what it marks, such as the event of a listener"),
            say("exactly one 'zeebe:taskDefinition'|Must have either one 'zeebe:publishMessage'", "it has no job type", "Give it the job type of the worker that does it"),
            say("Must have either one 'zeebe:calledDecision'", "it has neither a decision nor a job type, or both", "Choose the decision it calls, and nothing else"),
            say("Must have either one 'zeebe:script'", "it has neither an expression nor a job type, or both", "Write the FEEL expression it evaluates, and nothing else"),
            say("'zeebe:calledElement'|'processId'", "it calls no process", "Choose the process it calls"),
            say("'zeebe:loopCharacteristics'|'inputCollection'", "it is repeated, but for nothing", "Write the list for whose items it is repeated as its input collection, such as =items"),
            say("attribute 'outputCollection' is set", "it collects results, but no output element says what of each", "Write an output element as well"),
            say("attribute 'outputElement' is set", "it has an output element, but nothing collects it", "Write an output collection as well"),
            say("zeebe:subscription|'correlationKey'", "its message has no correlation key", "Write which inquiry the message belongs to, such as =inquiryId"),
            say("Must reference a message", "it has no message", "Choose the message"),
            say("Must reference a signal", "it has no signal", "Choose the signal"),
            say("Must reference an error", "it has no error", "Choose the error"),
            say("Must reference an escalation", "it has no escalation", "Choose the escalation"),
            say("Name must be present", "it has no name", "Give it a name"),
            say("ErrorCode must be present", "the error has no code", "Give the error a code"),
            say("EscalationCode must be present", "the escalation has no code", "Give the escalation a code"),
            say("Link name must be present", "the link has no name", "Give it the same name as the event at the other end"),
            say("catch event is not allowed to be an expression", "what it catches is only known when the process runs", "Write the code as plain text, without an equals sign"),
            say("Multiple message event definitions with the same name '(.*)'", "two of its events wait for the same message $1, and only one can get it", "Let them wait for different messages, or make them one event"),
            say("Multiple signal event definitions with the same name '(.*)'", "two of its events wait for the same signal $1", "Let them wait for different signals, or make them one event"),
            say("Multiple error catch events with the same error code '(.*)'", "two of its events catch the same error $1", "Let them catch different errors, or make them one event"),
            say("more than one error catch event without error code", "two of its events catch every error", "Give all but one of them an error code"),
            say("Multiple escalation catch events with the same escalation code '(.*)'", "two of its events catch the same escalation $1", "Let them catch different escalations, or make them one event"),
            say("more than one escalation catch event without", "two of its events catch every escalation", "Give all but one of them an escalation code"),
            say("catch link event for the throw link event with the name '(.*)'", "no event catches the link $1", "Give the event at the other end the same name"),
            say("link event definitions with the same name '(.*)'", "two link events catch the link $1", "Give each link one event that catches it"),
            say("same message name as a boundary event", "it waits for the same message as the event attached to it", "Delete the attached event, or let it wait for another message"),
            say("cannot be referred by more than one start event", "two start events wait for this message", "Let one start event wait for it"),
            say("at least 2 outgoing sequence flows", "there is only one event behind this gateway", "Lead it to two events or more, or leave it out"),
            say("other elements than message/timer/signal", "something behind it is no event that can be waited for", "Lead it only to message, timer and signal events"),
            say("Target elements of an event gateway", "an event behind it has another flow that leads to it", "Lead the other flow elsewhere"),
            say("Conditional sequence flows are only supported", "a flow that leaves it has a condition, and conditions are only asked behind exclusive and inclusive gateways", "Delete the condition, or put an exclusive gateway behind it"),
            say("Must have a condition or be default|Must have a condition", "this flow leaves a gateway without a condition and is not its default flow", "Give it a condition, or make it the default flow"),
            say("Default flow must start at gateway", "its default flow leaves something else", "Choose one of its own flows as the default flow"),
            say("Must have at least one start event", "it has no start event", "Give it a start event"),
            say("Multiple none start events", "it has several start events without a trigger", "Leave one of them"),
            say("Must have exactly one start event", "it has no start event, or more than one", "Give it exactly one start event"),
            say("Start events in subprocesses must be of type none", "its start event has a trigger, but the flow that leads to it starts it", "Use a plain start event, or make it an event sub-process"),
            say("Start events in event subprocesses", "its start event has no trigger, so nothing ever starts it", "Give its start event a message, a timer, an error, a signal or an escalation"),
            say("Start event can't have more than one type|Must have at most one event definition", "it has several triggers", "Leave one of them"),
            say("Must have exactly one event definition", "it has no trigger", "Give it a message, a timer, an error or another trigger"),
            say("Must be exactly one type of timer", "its timer has no time, or several", "Choose date, duration or cycle and write the time"),
            say("Intermediate timer catch event", "its timer has neither a duration nor a date", "Choose duration or date and write the time"),
            say("Must be attached to an activity", "it is not attached to an activity", "Put it on the border of the task or sub-process that it watches"),
            say("Cannot have incoming sequence flows", "a flow leads into it, but only its trigger lets it happen", "Lead the flow elsewhere"),
            say("End events must not have outgoing", "a flow leaves it, but everything ends here", "Delete the flow, or use an intermediate event"),
            say("Non-Interrupting event of this type", "it catches an error without interrupting", "Make it an interrupting event"),
            say("'formId, externalReference'|'formId, formKey'|User task form", "it has no form, or two", "Link the form, and nothing else"),
            say("Priority must be", "its priority is no whole number from 0 to 100", "Write a whole number from 0 (not urgent) to 100 (most urgent)"),
            say("Element id must be present", "something has no id", "Open it in Camunda Modeler, which gives it one"),
            say("not supported|must be one of: (timer|none|message)", "it is something that Camunda 8 does not do", "Use something else"),
            say("Must have exactly one 'zeebe:(\\w+)' extension element when exists", "it has the extension $1 several times", "Leave one of them"),
            say("Found '\\d+' duplicates", "it has the same listener twice", "Leave one of them"),
            say("Task listeners are only allowed", "it has task listeners, which only tasks for people of Camunda can have", "Delete the listeners, or choose \"Camunda user task\""),
            say("Attribute 'decisionId'", "it calls no decision", "Choose the decision it calls"),
            say("Attribute 'resultVariable'", "its result goes nowhere", "Give it a result variable"),
            say("Attribute 'expression'", "it has no expression", "Write the FEEL expression it evaluates"),
            say("Attribute 'retries'", "it has no number of retries", "Write how often it is tried, such as 3"),
            say("Attribute 'eventType'", "a listener does not say what it listens to", "Choose an event for it, or delete it"),
            say("Attribute 'type'", "it, or a listener of it, has no job type", "Give it the job type of the worker that does it"));

    private PlainWords() {}

    private static Translation say(String said, String message, String remedy) {
        return new Translation(Pattern.compile(said, Pattern.DOTALL), message, remedy);
    }

    static Problem of(String file, ModelLibrary.Finding finding) {
        for (var translation : TRANSLATIONS) {
            var found = translation.said().matcher(finding.message());
            if (found.find()) {
                return new Problem(
                        file,
                        finding.elementId(),
                        finding.elementName(),
                        found.groupCount() > 0 && translation.message().contains("$1")
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
