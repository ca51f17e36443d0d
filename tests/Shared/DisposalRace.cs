namespace Latent.Tests;

/// <summary>Disposes a model while threads call it: calls that run end with their results, later ones throw.</summary>
public static class DisposalRace
{
    private const int Threads = 6;
    private const int Rounds = 4;
    private const int CallsBefore = 3;

    /// <summary>Runs the race several times.</summary>
    /// <param name="load">Loads the model.</param>
    /// <param name="call">Calls the model and checks the result.</param>
    public static void Run<T>(Func<T> load, Action<T> call)
        where T : IDisposable
    {
        for (var round = 0; round < Rounds; round++)
        {
            var model = load();
            var failures = new Exception?[Threads];

            // Threads of their own: the pool would start them too slowly to meet.
            var threads = Enumerable.Range(0, Threads)
                .Select(index => new Thread(() => failures[index] = Record.Exception(() => Work(index))))
                .ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();

            Assert.All(failures, failure => Assert.Equal(typeof(T).Name, Assert.IsType<ObjectDisposedException>(failure).ObjectName));

            void Work(int index)
            {
                for (var i = 0; ; i++)
                {
                    if (i == CallsBefore && index < 2)
                        model.Dispose();
                    call(model);
                }
            }
        }
    }
}
