package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.tandem.testing.Chromium;
import org.tandem.testing.Look;

/** Somebody of the staff in a browser of their own. Every page they look at is kept as a picture and can be checked with axe-core. */
final class DeskBrowser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "desk");

    private final String base;
    private final String who;
    private final ChromeDriver driver;
    private final WebDriverWait wait;

    DeskBrowser(String helpPage, String who) throws IOException {
        this.base = helpPage.replaceFirst("/$", "");
        this.who = who;
        driver = Chromium.start();
        Look.DESKTOP.in(driver);
        wait = new WebDriverWait(driver, Duration.ofSeconds(60));
        wait.ignoring(JavascriptException.class)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .ignoring(ElementClickInterceptedException.class);
        Files.createDirectories(PICTURES);
    }

    /** Something that is done in between. */
    interface Step {
        void run() throws Exception;
    }

    /** The input of a field of the form, which form-js gives an id of its own. */
    static String field(String id) {
        return "[id^='fjs-form-'][id$='-%s']".formatted(id);
    }

    String who() {
        return who;
    }

    void signIn(String password) {
        open("/sign-in");
        type("input[name=name]", who);
        type("input[name=password]", password);
        run("document.querySelector('input[name=password]').form.requestSubmit()");
        await("!location.pathname.startsWith('/sign-in')");
    }

    void open(String path) {
        visit(base + path);
    }

    void visit(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** What the page has kept in this tab. */
    void forgetWhatTheTabHas() {
        run("sessionStorage.clear()");
    }

    void reload() {
        driver.navigate().refresh();
    }

    void await(String condition) {
        try {
            wait.until(page -> Boolean.TRUE.equals(driver.executeScript("return Boolean(" + condition + ")")));
        } catch (RuntimeException e) {
            keep("last-seen");
            throw e;
        }
    }

    /** What no part of the page brings by itself. */
    void awaitReloading(String condition) {
        wait.until(page -> {
            reload();
            return Boolean.TRUE.equals(driver.executeScript("return Boolean(" + condition + ")"));
        });
    }

    void run(String script) {
        driver.executeScript(script);
    }

    void click(String css) {
        wait.until(page -> {
            var element = driver.findElement(By.cssSelector(css));
            driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
            element.click();
            return true;
        });
    }

    void type(String css, String text) {
        wait.until(page -> driver.findElement(By.cssSelector(css))).sendKeys(text);
    }

    /** With the keyboard only. A form can have several lists to choose from: the one that is meant has to show it. */
    void choose(String css, String label) {
        run("document.querySelector(\"%s\").focus()".formatted(css));
        press(Keys.ARROW_DOWN);
        for (var steps = 0;
                steps < 20 && !chosen("document.querySelector('.fjs-dropdownlist-item.focused')", label);
                steps++) {
            press(Keys.ARROW_DOWN);
        }
        press(Keys.ENTER);
        var group = "document.querySelector(\"%s\").closest('.fjs-input-group')".formatted(css);
        await("%s.querySelector('.fjs-select-display').innerText == '%s'".formatted(group, label));
    }

    private void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    private boolean chosen(String element, String label) {
        return label.equals(driver.executeScript("return %s?.innerText".formatted(element)));
    }

    String text(String css) {
        return driver.findElement(By.cssSelector(css)).getText();
    }

    String value(String css) {
        return Objects.requireNonNullElse(
                driver.findElement(By.cssSelector(css)).getDomProperty("value"), "");
    }

    void forgetSession() {
        driver.manage().deleteAllCookies();
    }

    void inNewTab(Step step) throws Exception {
        var before = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        step.run();
        driver.close();
        driver.switchTo().window(before);
        driver.executeScript("window.dispatchEvent(new Event('focus'))");
    }

    void isAccessible(String page) throws IOException {
        Chromium.isAccessible(driver, PICTURES, who + "-" + page);
    }

    void keep(String name) {
        try {
            Files.write(PICTURES.resolve(who + "-" + name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
