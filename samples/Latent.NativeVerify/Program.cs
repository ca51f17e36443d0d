using System.Diagnostics;
using System.Globalization;
using Latent.Runtime;

// native-verify BUNDLE...: one line per bundle; exit code 1 when one does not reproduce its golden vectors on this machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var passed = true;
foreach (var folder in args)
{
    using var model = Autoencoder.Load(folder);
    var report = model.Verify();
    passed &= report.Passed;
    Console.WriteLine(
        $"{model.Manifest.Name}: {(report.Passed ? "ok" : "NOT AS EXPORTED")}, largest difference " +
        $"{report.Graphs.Max(graph => graph.LargestDifference):0.0e+00} in {report.Graphs.Count} graphs");
}
Console.WriteLine($"{(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds:0} ms since the start of the process");
return passed ? 0 : 1;
