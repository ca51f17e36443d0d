using System.Buffers.Binary;
using System.Numerics;

namespace TorchSharp.Utils.tensorboard;

/// <summary>A file of records as TensorFlow writes them: length, checksum of the length, message, checksum of the message.</summary>
internal sealed class EventFile
{
    private const uint ChecksumOffset = 0xa282ead8;
    private readonly string path;

    public EventFile(string path)
    {
        this.path = path;
        File.Delete(path);
        Write(EventMessage.Version("brain.Event:2", Now));
    }

    private static long Now => DateTimeOffset.Now.ToUnixTimeSeconds();

    /// <summary>Adds one event. The file is closed again, so that nothing is lost when the program ends.</summary>
    public void Append(ProtoMessage summary, long step, long? walltime) => Write(EventMessage.Of(summary, step, walltime ?? Now));

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + ChecksumOffset;
    }

    private void Write(ProtoMessage message)
    {
        var bytes = message.ToArray();
        Span<byte> head = stackalloc byte[12], foot = stackalloc byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(head, bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], Checksum(head[..8]));
        BinaryPrimitives.WriteUInt32LittleEndian(foot, Checksum(bytes));
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(head);
        file.Write(bytes);
        file.Write(foot);
    }
}
