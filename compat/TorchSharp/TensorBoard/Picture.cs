namespace TorchSharp.Utils.tensorboard;

/// <summary>Pixels, row by row, of three (RGB) or four (RGBA) bytes.</summary>
internal sealed record Picture(int Height, int Width, int Channels, byte[] Pixels)
{
    private const long PicturesInARow = 8;

    public static Picture Of(torch.Tensor tensor, string format)
    {
        using var frozen = torch.no_grad();
        var scale = tensor.dtype is torch.ScalarType.Byte or torch.ScalarType.Int8 ? 1 : 255;
        var bytes = (InRows(tensor, format.ToUpperInvariant()).to_type(torch.ScalarType.Float32) * scale)
            .clamp((Scalar)0, (Scalar)255).to_type(torch.ScalarType.Byte).contiguous();
        var shape = bytes.shape;
        if (shape[2] is not (3 or 4))
            throw new ArgumentException($"A picture has 1, 3 or 4 channels. Received: {shape[2]}, of a tensor of [{string.Join(", ", tensor.shape)}] read as {format}.");
        return new Picture((int)shape[0], (int)shape[1], (int)shape[2], bytes.cpu().data<byte>().ToArray());
    }

    /// <summary>The tensor as height, width and channels.</summary>
    private static torch.Tensor InRows(torch.Tensor tensor, string format)
    {
        if (tensor.dim() != format.Length)
            throw new ArgumentException($"The letters of a format name the tensor's axes. Received: {format} for [{string.Join(", ", tensor.shape)}].");
        switch (format.Length)
        {
            case 2:
                return Permuted(tensor, format, "HW").unsqueeze(-1).expand(-1, -1, 3);
            case 3:
                var rows = Permuted(tensor, format, "HWC");
                return rows.shape[2] == 1 ? rows.expand(-1, -1, 3) : rows;
            case 4:
                return Grid(Permuted(tensor, format, "NCHW")).permute(1, 2, 0);
            default:
                throw new NotSupportedException($"A format has two, three or four letters. Received: {format}.");
        }
    }

    private static torch.Tensor Permuted(torch.Tensor tensor, string from, string to) =>
        tensor.permute([.. to.Select(letter => (long)from.IndexOf(letter))]);

    private static torch.Tensor Grid(torch.Tensor batch)
    {
        // Genuine fails here for one channel too: it expands two of the four axes.
        if (batch.shape[1] == 1) batch = batch.expand(-1, 3);
        var (count, height, width) = (batch.shape[0], batch.shape[2], batch.shape[3]);
        var columns = Math.Min(PicturesInARow, count);
        var canvas = torch.zeros([3, height * ((count + columns - 1) / columns), width * columns], batch.dtype);
        for (long i = 0; i < count; i++)
            canvas.narrow(1, i / columns * height, height).narrow(2, i % columns * width, width).copy_(batch[i]);
        return canvas;
    }
}
