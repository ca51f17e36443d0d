using System.Diagnostics;
using System.Text.Json;

namespace Latent.Benchmarks;

/// <summary>A peer process that runs models on request, so that runs can be interleaved.</summary>
internal sealed class InferencePeer : IDisposable
{
    private readonly Process process;
    private readonly string needs;

    private InferencePeer(ProcessStartInfo start, string needs)
    {
        this.needs = needs;
        process = Process.Start(start)!;
        Version = JsonDocument.Parse(ReadLine()).RootElement.GetProperty("version").GetString()!;
    }

    /// <summary>The version of the measured library.</summary>
    public string Version { get; }

    /// <summary>Starts Debian's PyTorch as installed, with the OpenMP wait policy that is fastest for it.</summary>
    public static InferencePeer PyTorch()
    {
        var start = Start("/usr/bin/python3", "runtime_peer.py");
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        return new(start, "Debian's python3-torch");
    }

    /// <summary>Starts ONNX Runtime for Node.</summary>
    /// <param name="package">The package.json of the folder in which it is installed.</param>
    public static InferencePeer Node(string package)
        => new(Start("node", "runtime_peer.mjs", package), "Node.js and the npm packages of tests/interop");

    /// <summary>Runs the calls.</summary>
    public PeerAnswer Run(PeerRequest request)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        process.StandardInput.Flush();
        return JsonSerializer.Deserialize<PeerAnswer>(ReadLine())!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo Start(string program, string script, params string[] arguments) =>
        new(program, [Path.Combine(AppContext.BaseDirectory, "peers", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };

    private string ReadLine() => process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException(
            $"A peer ended early; its message is above. It needs {needs}: ./build.sh --target=Bench installs them.");
}
