using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Latent.Data.Tests;

/// <summary>A local web server with test-defined replies, one request per connection; it records the requests.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;

    /// <param name="answer">Maps the requested offset (0 requests the whole content) to the reply.</param>
    public LoopbackServer(Func<int, LoopbackReply> answer)
    {
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        serving = Task.Run(() => ServeAsync(answer));
    }

    public string Address { get; }

    /// <summary>Path and requested offset of every request, in order.</summary>
    public List<(string Path, int From)> Requests { get; } = [];

    /// <summary>Creates a server that replies with the content from the requested offset.</summary>
    public static LoopbackServer Create(byte[] content) => new(from => LoopbackReply.Content(content, from));

    public void Dispose()
    {
        listener.Stop();
        serving.Wait();
    }

    private async Task ServeAsync(Func<int, LoopbackReply> answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await ReplyAsync(client.GetStream(), client.Client, answer);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test has ended and stopped the server.
        }
    }

    private async Task ReplyAsync(NetworkStream stream, Socket socket, Func<int, LoopbackReply> answer)
    {
        try
        {
            var request = await ReadRequestAsync(stream);
            Requests.Add(request);
            var reply = answer(request.From);
            await stream.WriteAsync(reply.ToBytes());
            if (reply.Hold is { } hold) await hold;
            // Half-closes the connection and waits for the client to close it, so that no sent data is lost.
            socket.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // The client has disconnected.
        }
    }

    private static async Task<(string Path, int From)> ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync())!.Split(' ')[1];
        var from = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.Ordinal))
                from = int.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        return (path, from);
    }
}
