package org.tandem.desk.pay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How agents are paid.
 *
 * @param rateCards the file with what work is paid
 */
@ConfigurationProperties("tandem.desk.pay")
record PaySettings(@DefaultValue(RateCardCheck.SAMPLE) Resource rateCards) {}
