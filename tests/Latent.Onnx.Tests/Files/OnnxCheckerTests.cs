using System.Diagnostics;
using Latent.Tests;
using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>Every graph of the parity table passes the full check of the onnx package, shapes and types inferred.</summary>
public sealed class OnnxCheckerTests
{
    private const int Seed = 20;

    // The newest operator set that Debian's package knows.
    private const int NewestKnown = 17;

    // The files are private copies: version 1.12 writes into the files it checks.
    private const string Script =
        """
        import glob, os, sys
        import onnx.checker
        failed = 0
        for path in sorted(glob.glob(os.path.join(sys.argv[1], '*.onnx'))):
            try:
                onnx.checker.check_model(path, full_check=True)
            except Exception as error:
                failed += 1
                print(os.path.basename(path), str(error).strip().replace('\n', ' '))
        print('failed', failed)
        """;

    [CheckerFact]
    public void Check_OfEveryGraphUpToOpset17_FindsNothing()
    {
        using var folder = new TemporaryFolder();
        var count = 0;
        var rows = ParityTable.Rows.Where(row => row.Defect?.IsPresent() != true).ToArray();
        foreach (var row in rows)
        {
            manual_seed(Seed);
            using var layer = row.Make();
            layer.eval();
            for (var opset = Opset.Oldest; opset <= NewestKnown; opset++, count++)
            {
                var input = new GraphInput("x", new Shape([Dim.Batch, .. row.Row.Select(extent => (Dim)extent)]));
                OnnxExporter.Record(layer, input, options: new ExportOptions { Opset = opset }).Save(
                    folder[$"{count:D5} {string.Concat(row.Name.Where(char.IsLetterOrDigit))} {opset}.onnx"]);
            }
        }

        Assert.Equal("failed 0\n", Run(folder.Path));
        Assert.Equal(rows.Length * (NewestKnown - Opset.Oldest + 1), count);
    }

    private static string Run(string folder)
    {
        using var process = Process.Start(
            new ProcessStartInfo(CheckerFactAttribute.Python, ["-c", Script, folder]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
