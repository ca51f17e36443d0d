using System.Diagnostics;
using System.Text.Json;

namespace Latent.Benchmarks;

/// <summary>PyTorch in a process of its own that runs training steps on request, so that runs can be interleaved.</summary>
internal sealed class PythonPeer : IDisposable
{
    // Debian's own interpreter: the one that sees Debian's python3-torch.
    private const string Interpreter = "/usr/bin/python3";

    private readonly Process process;

    /// <summary>Starts the peer.</summary>
    /// <param name="environment">Environment variables on top of our own.</param>
    public PythonPeer(params ReadOnlySpan<(string Name, string Value)> environment)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "training_peer.py");
        var start = new ProcessStartInfo(Interpreter, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        Version = JsonDocument.Parse(ReadLine()).RootElement.GetProperty("torch").GetString()!;
    }

    /// <summary>The version of PyTorch.</summary>
    public string Version { get; }

    /// <summary>The milliseconds of each step.</summary>
    public double[] Run(string model, int threads, int steps)
    {
        process.StandardInput.WriteLine($"{model} {threads} {steps}");
        process.StandardInput.Flush();
        return JsonSerializer.Deserialize<double[]>(ReadLine())!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string ReadLine() => process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python peer ended early; its message is above. It needs Debian's python3-torch: ./build.sh --target=Bench installs it.");
}
