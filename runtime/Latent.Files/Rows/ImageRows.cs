using Latent.Imaging;

namespace Latent.Files;

/// <summary>Image files, one row per file.</summary>
internal sealed class ImageRows(IReadOnlyList<string> files, ImageShape shape, bool resize) : IRowSource
{
    public IEnumerable<RowChunk> Read()
    {
        var count = ChunkSize.For(shape.Size);
        var values = new float[Math.Min(count, files.Count) * shape.Size];
        foreach (var part in files.Chunk(count))
        {
            for (var i = 0; i < part.Length; i++)
                Load(part[i], values.AsSpan(i * shape.Size, shape.Size));
            yield return new(values.AsMemory(0, part.Length * shape.Size), part);
        }
    }

    private void Load(string file, Span<float> destination)
    {
        if (!resize)
            CheckSize(file, ImageTensor.Identify(file));
        ImageTensor.Load(file, shape, destination);
    }

    private void CheckSize(string file, ImageShape found)
    {
        if ((found.Height, found.Width) == (shape.Height, shape.Width))
            return;

        throw new DataException(
            "The size of an image differs from the model's.", file, $"{shape.Width} x {shape.Height} pixels",
            $"{found.Width} x {found.Height} pixels", "Add --resize to resize images.");
    }
}
