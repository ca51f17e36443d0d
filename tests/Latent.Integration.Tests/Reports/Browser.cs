using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Headless Chromium: opens a page and inspects the rendered result.</summary>
internal static partial class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Runs before the page's own scripts and records everything that fails to load.
    private const string Listener =
        "<script>window.faults=[];addEventListener('error',e=>faults.push(String(e.message||(e.target.src||e.target.href||'').slice(0,60))),true)</script>";

    private const string Probe =
        """
        <script>addEventListener('load',()=>{const all=(s,f)=>[...document.querySelectorAll(s)].map(f);document.documentElement.dataset.probe=JSON.stringify({
        sections:all('main > section',e=>e.id),imageWidths:all('img',e=>e.naturalWidth),chartWidths:all('svg',e=>Math.round(e.getBoundingClientRect().width)),
        deadLinks:all('a',e=>e.hash).filter(h=>!document.querySelector(h)),fetched:performance.getEntriesByType('resource').map(r=>r.name).filter(n=>!n.startsWith('data:')),
        background:getComputedStyle(document.body).backgroundColor,overflow:document.documentElement.scrollWidth-innerWidth,faults})})</script>
        """;

    /// <summary>The path of the browser; null if none is installed.</summary>
    public static string? Program { get; } = InstalledProgram.Find("chromium", "chromium-browser", "google-chrome");

    /// <summary>Opens a page, with a listener injected before its content and a probe after it.</summary>
    /// <param name="page">The page as HTML.</param>
    /// <param name="width">The width of the window in pixels.</param>
    public static PageReading Read(string page, int width = 1200)
    {
        using var folder = new TemporaryFolder();
        var file = folder["page.html"];
        File.WriteAllText(file, page.Replace("<head>", "<head>" + Listener).Replace("</body>", Probe + "</body>"));

        var (dom, log) = Run(folder, $"--window-size={width},900", $"file://{file}");
        var probe = ProbeResult().Match(dom);
        Assert.True(probe.Success, $"The browser did not finish the page:\n{log}");
        var reading = JsonSerializer.Deserialize<PageReading>(WebUtility.HtmlDecode(probe.Groups[1].Value), JsonSerializerOptions.Web)!;
        return reading with { Console = [.. log.Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))] };
    }

    private static (string Output, string Error) Run(TemporaryFolder folder, params string[] arguments)
    {
        // Chromium's sandbox does not run as root, and containers have little shared memory.
        string[] all = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", $"--user-data-dir={folder["profile"]}", "--enable-logging=stderr", "--v=0", "--dump-dom", .. arguments];
        using var process = Process.Start(
            new ProcessStartInfo(Program!, all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The browser did not end within {Patience.TotalMinutes} minutes.");
        }

        return (output.Result, error.Result);
    }

    [GeneratedRegex("data-probe=\"([^\"]*)\"")]
    private static partial Regex ProbeResult();
}
