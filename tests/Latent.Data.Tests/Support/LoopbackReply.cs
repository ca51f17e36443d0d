using System.Text;

namespace Latent.Data.Tests;

/// <summary>What a loopback server answers.</summary>
/// <param name="Status">Such as <c>200 OK</c>; null says nothing at all.</param>
/// <param name="Body">What follows the headers.</param>
/// <param name="Length">The length that the headers promise; null promises that of the body.</param>
/// <param name="From">Where the body begins in the whole content.</param>
/// <param name="Hold">The connection stays open until this is done.</param>
internal sealed record LoopbackReply(string? Status, byte[] Body, long? Length = null, int From = 0, Task? Hold = null)
{
    /// <summary>The content, or the part of it from where it is asked for.</summary>
    public static LoopbackReply Content(byte[] content, int from) =>
        from == 0 ? new("200 OK", content) : new("206 Partial Content", content[from..], From: from);

    /// <summary>Promises all the content and breaks off after some bytes of it.</summary>
    public static LoopbackReply Broken(byte[] content, int count) => new("200 OK", content[..count], content.Length);

    /// <summary>Headers and body as they go over the wire.</summary>
    public byte[] ToBytes()
    {
        if (Status is null) return [];
        var length = Length ?? Body.Length;
        var range = From == 0 ? "" : $"Content-Range: bytes {From}-{From + length - 1}/{From + length}\r\n";
        var head = $"HTTP/1.1 {Status}\r\nContent-Length: {length}\r\n{range}Connection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. Body];
    }
}
