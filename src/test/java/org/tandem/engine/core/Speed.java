package org.tandem.engine.core;
import java.nio.file.*; import java.time.Clock; import java.util.*; import java.util.stream.*;
public class Speed { public static void main(String[] a) throws Exception {
 var d=new Dmn(new Feel(Clock.systemUTC()::millis)); var p=d.parse(Files.readString(Path.of("processes/confidence-gate.dmn")));
 var e=new org.camunda.dmn.DmnEngine.Builder().build();
 for(int k=0;k<8;k++){ var r=new Random(1);
  var list=IntStream.range(0,20000).mapToObj(i->{var m=new HashMap<String,Object>(); m.put("topic","x");m.put("topicClass",i%3==0?"account":"routine");m.put("topicAutomated",true);m.put("risk",r.nextDouble()*.3);m.put("guaranteedRisk",r.nextDouble()*.3);m.put("distress",false);m.put("customerAskedForPerson",false);m.put("severalRequests",false);m.put("languageSupported",true);m.put("repeatContacts",i%3);return m;}).toList();
  var b=java.lang.management.ManagementFactory.getThreadMXBean(); var t=b.getCurrentThreadCpuTime();
  for(var m:list){ if(k%2==0) e.eval(p,"confidence-gate",(Map)m); else d.evaluate(p,"confidence-gate",(Map)m);} 
  System.out.println((k%2==0?"eval ":"all ")+(b.getCurrentThreadCpuTime()-t)/20000+" cpu ns each "); } } }
