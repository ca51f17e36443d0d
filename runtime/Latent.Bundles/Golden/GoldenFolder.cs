using System.Globalization;

namespace Latent.Bundles;

/// <summary>Reads and writes the files <c>golden/&lt;graph&gt;/input_0.pb ... output_0.pb ...</c>.</summary>
internal static class GoldenFolder
{
    private const int MaxFiles = 1000;

    public static GoldenVectors? Read(string bundle, string graph)
    {
        var golden = Path.Combine(bundle, BundleFileName.Golden);
        var folder = Path.Combine(golden, graph);
        if (!BundleFileName.IsPlain(graph) || !Directory.Exists(folder))
            return null;

        BundleFiles.RejectLinkOut(bundle, golden);
        BundleFiles.RejectLinkOut(golden, folder);
        return new(ReadAll(folder, "input"), ReadAll(folder, "output"));
    }

    public static void Write(string bundle, string graph, GoldenVectors vectors)
    {
        var folder = Path.Combine(bundle, BundleFileName.Golden, graph);
        Directory.CreateDirectory(folder);
        WriteAll(folder, "input", vectors.Inputs);
        WriteAll(folder, "output", vectors.Outputs);
    }

    private static List<NamedTensor> ReadAll(string folder, string kind)
    {
        var tensors = new List<NamedTensor>();
        for (var index = 0; index < MaxFiles; index++)
        {
            var path = PathOf(folder, kind, index);
            if (!File.Exists(path))
                break;
            BundleFiles.RejectLinkOut(folder, path);
            tensors.Add(TensorProtoFile.Read(path));
        }
        return tensors.Count > 0 ? tensors : throw new BundleException(
            "The golden vectors of a graph are incomplete.", folder, $"{kind}_0.pb", "none", Fixes.CopyAgain);
    }

    private static void WriteAll(string folder, string kind, IReadOnlyList<NamedTensor> tensors)
    {
        for (var index = 0; index < tensors.Count; index++)
            TensorProtoFile.Write(PathOf(folder, kind, index), tensors[index]);
    }

    private static string PathOf(string folder, string kind, int index) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{kind}_{index}.pb"));
}
