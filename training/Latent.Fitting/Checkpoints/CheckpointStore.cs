namespace Latent.Fitting;

/// <summary>Keeps the checkpoint of one run, and continues runs from it.</summary>
/// <param name="path">Where the checkpoint lies.</param>
/// <param name="identity">What is trained, and on which rows.</param>
/// <param name="record">Observes the run; its state is part of the checkpoint. Default: null.</param>
/// <param name="note">Receives notes for people: where a run resumes, that a checkpoint could not be written. Default: null.</param>
public sealed class CheckpointStore(string path, RunIdentity identity, IRunRecord? record = null, Action<string>? note = null)
{
    /// <summary>Whether there is a checkpoint.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Replaces the checkpoint. A disk that refuses is noted, and the checkpoint before stays.</summary>
    internal void Save(FitState state)
    {
        try
        {
            CheckpointFile.Write(path, HeaderOf(state), writer => WriteRun(state, writer));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var kept = Exists ? "The checkpoint before it is kept." : "There is none before it.";
            note?.Invoke($"No checkpoint could be written at epoch {state.Epoch}, step {state.Step}; training goes on. {kept} Reason: {exception.Message}");
        }
    }

    /// <summary>Brings a run to where the checkpoint stands; without a checkpoint it stays at its beginning.</summary>
    /// <exception cref="CheckpointException">The checkpoint is of another recipe or of other rows, or cannot be read.</exception>
    internal void Restore(FitState state)
    {
        if (!Exists)
            return;
        CheckpointFile.Read(path, (header, reader) =>
        {
            CheckSameRun(header);
            Continue(state, header);
            try
            {
                ReadRun(state, reader);
            }
            catch (Exception exception) when (exception is InvalidDataException or ArgumentException or EndOfStreamException)
            {
                throw new CheckpointException($"'{path}' does not fit the model that {identity.Name} builds: {exception.Message}. It was written by another version of latent; go on with that one, or delete the file to begin anew.", exception);
            }
        });
        note?.Invoke(state.IsDone
            ? $"{identity.Name} was trained to its end before; its bundle is made now."
            : $"{identity.Name} goes on in epoch {state.Epoch} of {state.Epochs}, after step {state.Step}.");
    }

    /// <summary>Removes the checkpoint, when there is nothing left to continue.</summary>
    public void Remove() => File.Delete(path);

    private CheckpointHeader HeaderOf(FitState state) => new()
    {
        Settings = identity.Settings,
        DataDigest = identity.DataDigest,
        Epoch = state.Epoch,
        Step = state.Step,
        Seconds = state.Seconds,
        Losses = state.Losses.Sums,
        History = state.History,
        AveragedSteps = state.Average?.Steps ?? 0,
        LowestLoss = state.Best?.Lowest ?? double.PositiveInfinity,
        WaitedEpochs = state.Best?.Waited ?? 0,
    };

    private static void Continue(FitState state, CheckpointHeader header)
    {
        state.Epoch = header.Epoch;
        state.Step = header.Step;
        state.Seconds = header.Seconds;
        state.Losses = new LossMeter(header.Losses);
        state.History.AddRange(header.History);
        state.Average?.Continue(header.AveragedSteps);
        state.Best?.Continue(header.LowestLoss, header.WaitedEpochs);
    }

    private void WriteRun(FitState state, BinaryWriter writer)
    {
        record?.Save(writer);
        using var weights = new WeightSnapshot();
        weights.Take(state.Model);
        weights.Save(writer);
        state.Average?.Weights.Save(writer);
        state.Best?.Kept.Save(writer);
        state.Trainable.SaveMemory(writer);
        state.Optimizer.Save(writer);
    }

    private void ReadRun(FitState state, BinaryReader reader)
    {
        record?.Load(reader);
        using var weights = new WeightSnapshot();
        weights.Load(reader, state.Model);
        weights.Give(state.Model);
        state.Average?.Weights.Load(reader, state.Model);
        state.Best?.Kept.Load(reader, state.Model);
        state.Trainable.LoadMemory(reader);
        state.Optimizer.Load(reader);
    }

    private void CheckSameRun(CheckpointHeader header)
    {
        var differences = SettingsDifference.Compute(header.Settings, identity.Settings, identity.IgnoredSettings);
        if (differences.Count > 0)
            throw new CheckpointException($"'{path}' is of another recipe: {string.Join("; ", differences)}. Train with the recipe as it was, or delete the file to begin anew.");
        if (header.DataDigest != identity.DataDigest)
            throw new CheckpointException($"'{path}' was made on other rows of {identity.Data}: sha256 {header.DataDigest[..12]}... then, {identity.DataDigest[..12]}... now. Train on the data as it was, or delete the file to begin anew.");
    }
}
